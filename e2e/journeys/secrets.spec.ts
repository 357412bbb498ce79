import type { Page } from "@playwright/test";
import { makeProject, plan, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// The inventory of secrets: what is there and when it is due; never a value.

const dialog = (page: Page) => page.getByRole("dialog");

test("a secret is listed, holds up a gate that asks, and is rotated; its value is not taken", async ({
  person,
}) => {
  const { actor, page } = await person("Ana", "LEAD");
  const { slug } = await makeProject(actor, plan([planPhase("Alpha")]));
  await page.goto(`/projects/${slug}/secrets`);
  await expect(page.getByText("No secrets listed")).toBeVisible();
  await page.getByRole("button", { name: "Add a secret" }).click();
  await dialog(page).getByLabel("Name").fill("Mail key");
  await dialog(page)
    .getByLabel(/^Variable/)
    .fill("MAIL_API_KEY");
  await dialog(page)
    .getByLabel(/^Rotated every/)
    .fill("30");
  // Put together here: nothing in this file has the form of a credential.
  await dialog(page)
    .getByLabel(/^Stored in/)
    .fill(["sk", "live", "FAKE0".repeat(5)].join("_"));
  await dialog(page).getByRole("button", { name: "Add" }).click();
  await expect(dialog(page)).toContainText("Values of secrets are never kept here");
  await dialog(page)
    .getByLabel(/^Stored in/)
    .fill("vault:kv/mail");
  await dialog(page).getByRole("button", { name: "Add" }).click();
  await expect(dialog(page)).toBeHidden();
  const list = page.getByRole("region", { name: "Secrets" });
  await expect(list).toContainText("stored in vault:kv/mail, rotated every 30 days");
  await expect(list).toContainText("no rotation recorded");

  await page.goto(`/projects/${slug}/phases/alpha?edit=1`);
  await page.getByRole("button", { name: "Edit the phase" }).click();
  await dialog(page)
    .getByRole("checkbox", { name: /overdue for rotation blocks the gate/ })
    .check();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
  const gate = page.getByRole("region", { name: "Gate of Alpha" });
  await expect(gate).toContainText('No rotation of the secret "Mail key" was ever recorded.');

  await page.goto(`/projects/${slug}/secrets?edit=1`);
  await page.getByRole("button", { name: "Record a rotation: Mail key" }).click();
  await dialog(page).getByRole("button", { name: "Record" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(list).toContainText("recorded by Ana");
  await page.goto(`/projects/${slug}/phases/alpha`);
  await expect(gate).toBeVisible();
  await expect(gate).not.toContainText("Mail key");

  await page.goto(`/projects/${slug}/secrets?edit=1`);
  await page.getByRole("button", { name: "Archive Mail key" }).click();
  await expect(page.getByText("No secrets listed")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list).toContainText("Mail key");
});
