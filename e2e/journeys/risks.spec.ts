import type { Page } from "@playwright/test";
import { makeProject, plan, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// A risk that holds up the gate, is placed in the matrix, accepted by a manager, and made worse.

const dialog = (page: Page) => page.getByRole("dialog");

test("a risk is placed, holds up the gate, is accepted until a day, and stands open again when it becomes worse", async ({
  person,
}) => {
  const lea = await person("Lea", "LEAD");
  const mo = await person("Mo", "MANAGER");
  const { slug } = await makeProject(mo.actor, plan([planPhase("Alpha")]));
  const address = `/projects/${slug}/risks`;
  const { page } = lea;
  await page.goto(address);
  await expect(page.getByText("No risks listed")).toBeVisible();
  await page.getByRole("button", { name: "Add a risk" }).click();
  await dialog(page).getByLabel("What could go wrong").fill("The vendor goes away");
  await dialog(page).getByLabel("Likelihood").selectOption({ label: "Medium" });
  await dialog(page).getByLabel("Impact").selectOption({ label: "High" });
  await expect(dialog(page).getByRole("status")).toContainText("High follows from both");
  await dialog(page).getByLabel("Owner").selectOption({ label: "Lea" });
  await dialog(page).getByRole("button", { name: "Add" }).click();
  await expect(dialog(page)).toBeHidden();
  const list = page.getByRole("region", { name: "Risks" });
  await expect(list).toContainText("High, blocks the gates");
  await expect(list).toContainText("Owner Lea, likelihood medium, impact high");
  await expect(
    page.getByRole("region", { name: "Severity matrix" }).getByRole("link", { name: /1: The vendor/ }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Accept the risk/ })).toHaveCount(0);

  await mo.page.goto(`/projects/${slug}/phases/alpha`);
  const gate = mo.page.getByRole("region", { name: "Gate of Alpha" });
  await gate.getByRole("link", { name: /high risk "The vendor goes away" is open/ }).click();
  await expect(mo.page).toHaveURL(/\/risks#risk-/);
  await mo.page.getByRole("button", { name: "Accept the risk: The vendor goes away" }).click();
  await dialog(mo.page).getByRole("textbox", { name: "Why it is accepted" }).fill("The contract runs on.");
  await dialog(mo.page)
    .getByLabel(/^Until/)
    .fill("2099-12-31");
  await dialog(mo.page).getByRole("button", { name: "Accept" }).click();
  await expect(dialog(mo.page)).toBeHidden();
  // Others see it without reloading.
  await expect(list).toContainText("Accepted by Mo");
  await expect(list).not.toContainText("blocks the gates");

  await page.getByRole("link", { name: "Edit plan" }).click();
  await page.getByRole("button", { name: "Edit the risk: The vendor goes away" }).click();
  await dialog(page).getByLabel("Likelihood").selectOption({ label: "High" });
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(list).toContainText("Critical, blocks the gates");
  await page.getByText("History", { exact: true }).click();
  await expect(page.getByText(/accepted the risk “The vendor goes away” until 2099-12-31/)).toBeVisible();

  await page.getByRole("button", { name: "Archive The vendor goes away" }).click();
  await expect(page.getByText("No risks listed")).toBeVisible();
  await page.goto(`/projects/${slug}/settings`);
  await page.getByText("Archived", { exact: false }).first().click();
  await page.getByRole("button", { name: "Restore The vendor goes away" }).click();
  await page.goto(address);
  await expect(list).toContainText("The vendor goes away");
});
