import type { Page } from "@playwright/test";
import { makeProject, plan, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// The way back from a phase: written, rehearsed, and told that it changed since.

const dialog = (page: Page) => page.getByRole("dialog");

test("a rollback plan is written, rehearsed, and keeps its history", async ({ person }) => {
  const { actor, page } = await person("Lea", "LEAD");
  const { slug } = await makeProject(actor, plan([planPhase("Alpha")]));
  await page.goto(`/projects/${slug}/phases/alpha?tab=rollback`);
  await page.getByRole("button", { name: "Write the rollback plan" }).click();
  await dialog(page).getByLabel("What starts it").fill("Errors over 5%");
  await dialog(page).getByLabel("Steps").fill("Paper forms\n\nOld screens");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
  const rollback = page.getByRole("region", { name: "Rollback plan" });
  await expect(rollback.getByRole("listitem")).toHaveText(["Errors over 5%", "Paper forms", "Old screens"]);
  await expect(rollback).toContainText("never rehearsed");
  await page.getByRole("button", { name: "Record a rehearsal" }).click();
  await dialog(page).getByLabel("How it went").selectOption({ label: "It failed" });
  await dialog(page).getByLabel(/^Note/).fill("The old screens had no power.");
  await dialog(page).getByRole("button", { name: "Record" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(rollback).toContainText("failed when it was rehearsed");
  await expect(rollback).toContainText("The old screens had no power.");
  await page.getByText("History", { exact: true }).click();
  await expect(
    page.getByText(/recorded a rehearsal of the rollback plan of “Alpha”.*it failed/),
  ).toBeVisible();
});
