import type { Locator, Page } from "@playwright/test";
import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// Many items at once: found, selected, changed, taken away and brought back.

let page: Page;
let member: Page;
let phase: string;

test.beforeEach(async ({ person }) => {
  const lea = await person("Lea", "LEAD");
  member = (await person("Ben", "MEMBER")).page;
  const titles = ["Rotate the keys", "Rotate the logs", "Rotate the tokens", "Write the runbook"];
  const project = await makeProject(
    lea.actor,
    plan([
      planPhase(
        "Alpha",
        titles.map((title) =>
          planItem(title, title === "Write the runbook" ? { subItems: [planItem("In the vault")] } : {}),
        ),
      ),
      planPhase("Beta", [], { sections: [{ title: "Guests", items: [planItem("Invite customers")] }] }),
    ]),
  );
  page = lea.page;
  phase = `/projects/${project.slug}/phases/alpha`;
});

const row = (title: string): Locator => page.locator("li.item", { hasText: title });
const box = (title: string): Locator => page.getByRole("checkbox", { name: title });
const bar = (): Locator => page.getByRole("group", { name: "Selected items" });
const expectSelected = (count: number) => expect(bar().getByRole("status")).toHaveText(`${count} selected`);
const expectItems = (...titles: string[]) =>
  expect
    .poll(() => page.locator("li.item > .item-title").evaluateAll((rows) => rows.map((a) => a.textContent)))
    .toEqual(titles);

test("two items that a search found get a level and a date, go, and come back", async () => {
  await page.goto(phase);
  await page.getByRole("searchbox", { name: "Search items" }).fill("rotate");
  await expectItems("Rotate the keys", "Rotate the logs", "Rotate the tokens");
  await page.getByRole("link", { name: "Select" }).click();
  await expect(page).toHaveURL(/\?select=1&q=rotate$/);
  await expect(bar().getByRole("button", { name: "Change…" })).toBeDisabled();
  await box("Rotate the keys").check();
  await box("Rotate the logs").check();
  await expectSelected(2);

  await bar().getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("dialog", { name: "Change 2 items" });
  await expect(dialog.getByRole("button", { name: "Change 2 items" })).toBeDisabled();
  await dialog.getByLabel("Level").selectOption("Must");
  await dialog.getByLabel("Due", { exact: true }).fill("2030-01-31");
  await dialog.getByRole("button", { name: "Change 2 items" }).click();
  await expect(page.getByText("Changed 2 items.")).toBeVisible();
  for (const title of ["Rotate the keys", "Rotate the logs"]) {
    await expect(row(title)).toContainText("MUST");
    await expect(row(title)).toContainText("due 31 Jan 2030");
  }
  await expect(row("Rotate the tokens")).not.toContainText("MUST");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row("Rotate the keys")).not.toContainText("MUST");
  await expect(row("Rotate the logs")).not.toContainText("due");

  await expectSelected(2);
  await bar().getByRole("button", { name: "Archive" }).click();
  await expectItems("Rotate the tokens");
  await expectSelected(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expectItems("Rotate the keys", "Rotate the logs", "Rotate the tokens");
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(page).toHaveURL(/alpha\?q=rotate$/);
  await expect(row("Rotate the keys").getByRole("link")).toBeVisible();
});

test("by keys and with Shift, to another phase and another person", async () => {
  await page.goto(`${phase}?select=1`);
  await box("Rotate the keys").check();
  await box("Rotate the tokens").click({ modifiers: ["Shift"] });
  await expectSelected(3);
  await page.keyboard.press("ControlOrMeta+a");
  await expectSelected(4);
  await page.keyboard.press("Escape");
  await expectSelected(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(box("Write the runbook")).toBeChecked();
  await expectSelected(1);

  await bar().getByRole("button", { name: "Change…" }).click();
  await page.getByLabel("People", { exact: true }).selectOption("Add people");
  await page.getByRole("checkbox", { name: "Ben" }).check();
  await page.getByLabel("Move to").selectOption("Guests");
  await page.getByRole("button", { name: "Change 1 item" }).click();
  await expect(page.getByText("Changed 1 item.")).toBeVisible();
  await expectItems("Rotate the keys", "Rotate the logs", "Rotate the tokens");
  await page.goto(phase.replace("alpha", "beta"));
  await expectItems("Invite customers", "Write the runbook");
  await expect(row("Write the runbook").getByRole("img", { name: "Ben" })).toBeVisible();
});

test("a section is selected as a whole, a sub-item by itself, and the filter goes along into the editor", async () => {
  await page.goto(`${phase}?select=1`);
  await page.getByRole("checkbox", { name: "Select all of Checklist" }).check();
  await expectSelected(4);
  await box("Rotate the keys").uncheck();
  await expectSelected(3);
  await page.keyboard.press("Escape");
  await box("In the vault").check();
  await expectSelected(1);
  await bar().getByRole("button", { name: "Archive" }).click();
  await expect(box("In the vault")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box("In the vault")).toBeVisible();

  await page.goto(`${phase}?q=rotate`);
  await page.getByRole("link", { name: "Edit plan" }).click();
  await expect(page).toHaveURL(/edit=1&q=rotate$/);
  await expect(page.getByRole("button", { name: /^Archive Rotate/ })).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Archive Write the runbook" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Drag/ })).toHaveCount(0);
  await page.getByRole("search").getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search items" }).fill("");
  await expect(page.getByRole("button", { name: /^Drag/ })).toHaveCount(4);
});

test("who may not edit the plan selects nothing", async () => {
  await member.goto(`${phase}?select=1`);
  await expect(member.getByRole("checkbox", { name: "Rotate the keys" })).toBeVisible();
  await expect(member.getByRole("link", { name: "Select", exact: true })).toHaveCount(0);
  await expect(member.getByRole("group", { name: "Selected items" })).toHaveCount(0);
});
