import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { gatePlan } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// The whole of it without a mouse.

let phase: string;
let page: Page;

test.beforeEach(async ({ person }) => {
  const ana = await person("Ana", "ADMIN");
  await person("Chidi", "MANAGER");
  const { slug } = await makeProject(ana.actor, gatePlan());
  phase = `/projects/${slug}/phases/alpha`;
  page = ana.page;
  await page.goto(phase);
  await expect(page.getByRole("status").getByText("live")).toBeVisible();
});

const violations = async () => {
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
};
/** While it fades in, its colours are not its own. */
const settled = (locator: Locator) =>
  locator.evaluate((element) =>
    Promise.all(element.getAnimations().map(({ finished }) => finished)).then(() => {}),
  );
const focused = (locator: Locator) => expect(locator).toBeFocused();

test("Space ticks, arrows move between boxes", async () => {
  const keys = page.getByRole("checkbox", { name: "Rotate the keys" });
  const runbook = page.getByRole("checkbox", { name: "Write the runbook" });
  await keys.focus();
  await page.keyboard.press("Space");
  await expect(keys).toBeChecked();
  await expect(page.getByRole("region", { name: "Readiness" })).toContainText("42");
  await focused(keys);
  await page.keyboard.press("ArrowDown");
  await focused(runbook);
  await page.keyboard.press("ArrowUp");
  await focused(keys);
  await page.keyboard.press("Space");
  await expect(keys).not.toBeChecked();
});

test("a dialog takes the focus, keeps it, and gives it back", async () => {
  const button = page.getByRole("button", { name: "Request review" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Request a review" });
  await expect(dialog).toBeVisible();
  await settled(dialog);
  expect(await violations()).toEqual([]);
  for (let presses = 0; presses < 8; presses++) {
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await focused(button);
});

test("a menu opens, is walked and closed, and a reason is asked for", async () => {
  const button = page.getByRole("button", { name: "More for Write the runbook" });
  await button.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await focused(button);
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await settled(menu);
  expect(await violations()).toEqual([]);
  await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  const wanted = menu.getByRole("menuitem", { name: "Not applicable…" });
  for (let presses = 0; presses < 6; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await focused(wanted);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Not applicable" });
  await focused(dialog.getByLabel("Reason"));
  await page.keyboard.type("No runbook: nobody operates it.");
  await page.keyboard.press("Tab");
  await focused(dialog.getByRole("button", { name: "Cancel" }));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main")).toContainText("not applicable by Ana");
});
