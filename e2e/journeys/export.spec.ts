import { readFile } from "node:fs/promises";
import { gatePlan } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// What goes out: the plan as a file, and a phase on paper.

test("everybody who reads a project takes it along as a file and on paper", async ({ person }) => {
  const { actor, page } = await person("Vera", "VIEWER");
  const { slug } = await makeProject(actor, gatePlan());
  await page.goto(`/projects/${slug}/settings`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Markdown" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${slug}.md`);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("- [ ] Rotate the keys `MUST` <!-- key: ");

  await page.goto(`/projects/${slug}/phases/alpha/gate`);
  await page.getByRole("link", { name: "Report" }).click();
  await expect(page.getByRole("heading", { name: "Readiness report of Alpha" })).toBeVisible();
  const losses = page.getByRole("region", { name: "Readiness" }).getByRole("row");
  await expect(losses.filter({ hasText: "Rotate the keys" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("has not been decided");
  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download PDF" }).click(),
  ]);
  expect(pdf.suggestedFilename()).toMatch(/-alpha-\d{4}-\d\d-\d\d\.pdf$/);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toBeHidden();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe("rgb(255, 255, 255)");
});
