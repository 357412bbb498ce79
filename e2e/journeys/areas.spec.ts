import { refreshProjectUnscoped } from "@/lib/data/refresher";
import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// Other ways to look at a checklist: by area since a day, and by the moments of a deployment.

const section = (title: string, ...items: string[]) => ({
  title,
  items: items.map((item) => planItem(item)),
});

test("an area's grade is held against a day that stands in the address, with what moved it", async ({
  person,
}) => {
  const { actor, page } = await person("Ana", "ADMIN");
  const { slug, projectId } = await makeProject(
    actor,
    plan([
      planPhase("Alpha", [
        planItem("Alert rules", { area: "Monitoring" }),
        planItem("Drill", { area: "Data" }),
      ]),
      planPhase("Beta", [planItem("Hotline", { area: "Support" })]),
    ]),
  );
  await refreshProjectUnscoped(projectId, new Date("2026-02-01T12:00:00Z"));
  await page.goto(`/projects/${slug}/phases/alpha`);
  await page.getByRole("checkbox", { name: "Alert rules" }).check();
  await expect(page.getByRole("region", { name: "Readiness" })).toContainText("50");
  await page.getByRole("link", { name: "Areas", exact: true }).click();
  await page.getByLabel("Changes since").fill("2026-02-15");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/phase=alpha&since=2026-02-15/);
  const areas = page.getByRole("region", { name: "Areas" });
  await expect(areas).toContainText("held against 1 Feb");
  const monitoring = areas
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Monitoring" }) });
  await expect(monitoring).toContainText("F 0");
  await expect(monitoring).toContainText("A+ 100");
  await expect(monitoring).toContainText("+100");
  await expect(monitoring.getByRole("link", { name: "Alert rules" })).toBeVisible();

  await page.getByLabel("Phase", { exact: true }).selectOption("Whole project");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/phase=(\*|%2A)&since=2026-02-15/);
  await expect(areas.getByRole("heading", { level: 3 })).toHaveText(["Data", "Monitoring", "Support"]);
});

test("a deployment checklist shows where it stands: before, during, after", async ({ person }) => {
  const { actor, page } = await person("Ben", "MEMBER");
  const { slug } = await makeProject(
    actor,
    plan([
      planPhase("Launch", [], {
        sections: [
          section("Pre-Deployment", "Backup"),
          section("Deployment", "Switch"),
          section("Post-Deployment", "Watch"),
        ],
      }),
    ]),
  );
  await page.goto(`/projects/${slug}/phases/launch`);
  const deployment = page.getByRole("navigation", { name: "Deployment" });
  await expect(deployment.getByRole("link")).toHaveText([
    /Before deployment.*0 of 1/,
    /During.*0 of 1/,
    /After.*0 of 1/,
  ]);
  await expect(deployment.getByRole("link", { name: /Before/ })).toHaveAttribute("aria-current", "step");
  await page.getByRole("checkbox", { name: "Backup" }).check();
  await expect(deployment.getByRole("link", { name: /During/ })).toHaveAttribute("aria-current", "step");
});
