import type { Page } from "@playwright/test";
import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// Finding items in a checklist: by typing, by choices, and by the link somebody sent.

let page: Page;
let ben: Page;
let phase: string;

test.beforeEach(async ({ person }) => {
  const ana = await person("Ana", "ADMIN");
  ben = (await person("Ben", "MEMBER")).page;
  const items = [
    planItem("Répéter l'exercice", { level: "MUST", area: "Données" }),
    planItem("Rotate the keys", { level: "MUST", area: "Security" }),
    planItem("Rotate the logs", { area: "Monitoring", state: "DONE" }),
    planItem("Write the runbook", { subItems: [planItem("How to rotate")] }),
  ];
  const project = await makeProject(ana.actor, plan([planPhase("Alpha", items)]));
  page = ana.page;
  phase = `/projects/${project.slug}/phases/alpha`;
});

const expectItems = (at: Page, ...titles: string[]) =>
  expect
    .poll(() => at.locator("li.item > .item-title").evaluateAll((links) => links.map((a) => a.textContent)))
    .toEqual(titles);
const search = () => page.getByRole("searchbox", { name: "Search items" });

test("items are found by typing and by choices, and the link shows the same to somebody else", async () => {
  await page.goto(phase);
  await search().fill("REPETER");
  await expectItems(page, "Répéter l'exercice");
  await expect(page.getByRole("status").filter({ hasText: "1 of 4 items" })).toBeVisible();
  await search().fill("rotate");
  await expectItems(page, "Rotate the keys", "Rotate the logs", "Write the runbook");
  await page.getByRole("button", { name: "Filter" }).click();
  const level = page.getByRole("group", { name: "Level" });
  // Not check(): it looks at once, and a page that is just read anew answers a moment later.
  await level.getByRole("checkbox", { name: "Must" }).click();
  await expectItems(page, "Rotate the keys");
  await expect(page).toHaveURL(/\?q=rotate&level=must$/);
  await level.getByRole("checkbox", { name: "Should" }).click();
  await expect(page).toHaveURL(/\?q=rotate&level=must&level=should$/);
  await expectItems(page, "Rotate the keys", "Rotate the logs", "Write the runbook");
  await page.getByRole("button", { name: "Clear: Should" }).click();
  await expectItems(page, "Rotate the keys");

  // Respected by the server already: nothing flashes.
  const html = await (await ben.request.get(page.url())).text();
  expect(html).toContain("1<!-- --> of <!-- -->4");
  await ben.goto(page.url());
  await expectItems(ben, "Rotate the keys");

  await page.getByRole("button", { name: "Clear: Must" }).click();
  await expectItems(page, "Rotate the keys", "Rotate the logs", "Write the runbook");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(new RegExp(`${phase}$`));
  await expect(search()).toHaveValue("");
});

test("a filter stays while one works, goes along the way back, and says when nothing is left", async () => {
  await page.goto(phase);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expectItems(page, "Répéter l'exercice", "Rotate the keys", "Write the runbook");
  // Its row goes as it is ticked, so there is nothing left to see it ticked in.
  await page.getByRole("checkbox", { name: "Rotate the keys" }).click();
  await expectItems(page, "Répéter l'exercice", "Write the runbook");
  // The page was read anew meanwhile.
  await expect(page.getByRole("link", { name: /^Checklist/ })).toContainText("2/4");
  await expectItems(page, "Répéter l'exercice", "Write the runbook");

  await page.locator("li.item").getByRole("link", { name: "Write the runbook" }).click();
  await expect(page.getByRole("heading", { name: "Write the runbook" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\?state=open$/);
  await expectItems(page, "Répéter l'exercice", "Write the runbook");
  await expect(page.getByRole("button", { name: "Open", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await search().fill("nothing like it");
  await expect(page.getByText("Nothing here: no item is like that.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expectItems(page, "Répéter l'exercice", "Rotate the keys", "Rotate the logs", "Write the runbook");
});

test("a view is saved for oneself, opened, renamed, deleted and brought back", async () => {
  await page.goto(`${phase}?q=rotate&level=must`);
  const view = (name: string) => page.getByRole("search").getByRole("link", { name, exact: true });
  const name = page.getByRole("dialog").getByLabel("Name");
  await page.getByRole("button", { name: "Save view" }).click();
  await name.fill("Keys and such");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(view("Keys and such")).toHaveAttribute("aria-current", "true");

  await page.getByRole("button", { name: "All", exact: true }).click();
  await search().fill("");
  await expectItems(page, "Répéter l'exercice", "Rotate the keys", "Rotate the logs", "Write the runbook");
  await page.reload();
  await view("Keys and such").click();
  await expectItems(page, "Rotate the keys");
  await expect(page).toHaveURL(/\?q=rotate&level=must$/);
  await ben.goto(phase);
  await expect(ben.getByRole("checkbox", { name: "Rotate the keys" })).toBeVisible();
  await expect(ben.getByRole("link", { name: "Keys and such" })).toHaveCount(0);

  await page.getByRole("button", { name: "Rename view" }).click();
  await name.fill("Keys");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(view("Keys")).toBeVisible();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(view("Keys")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(view("Keys")).toBeVisible();
});
