import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/data/client";
import { expect, type Person, test } from "../fixtures";

let ana: Person;
let page: Page;

test.beforeEach(async ({ person }) => {
  ana = await person("Ana", "MANAGER");
  page = ana.page;
  await page.goto("/projects/new?start=import");
  await page.getByLabel("File with the plan").setInputFiles("e2e/plans/two-documents.md");
  await page.getByRole("button", { name: "Show what is understood" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what was understood");
});

const counted = (words: string, on = page) => expect(on.getByText(words, { exact: true })).toBeVisible();
const corrected = () => page.getByRole("region", { name: "What you corrected" });
const lineOf = (words: string) =>
  page.getByRole("list", { name: "Lines of the document" }).getByRole("listitem").filter({ hasText: words });

/** Opens what stays open from then on, whatever is read anew. */
async function unfold(title: string): Promise<void> {
  const fold = page.locator("summary", { hasText: title });
  if (!(await fold.evaluate((summary) => summary.parentElement?.hasAttribute("open")))) {
    await fold.focus();
    await page.keyboard.press("Enter");
  }
}

test("every reading can be changed, is kept when the tab is closed, and becomes the project", async () => {
  await counted("4 phases");
  await expect(page.getByText(/are in no export/)).toBeVisible();
  await page.getByRole("radio", { name: /^Only “Harbour rollout/ }).check();
  await expect(page.getByLabel("Name of the project")).toHaveValue("Harbour rollout, step by step");
  await expect(lineOf("The quay floods twice")).toContainText("Left aside");

  await page.getByRole("button", { name: "Make a phase: Storm drill" }).click();
  await counted("5 phases");
  await page
    .getByRole("combobox", { name: /^Read as, line \d+: 95% of ropes/ })
    .selectOption("Success criteria");
  await counted("2 criteria");
  await expect(lineOf("At most 2 ships wait")).toContainText("Criterion");
  await page.getByRole("combobox", { name: /^Read as, line \d+: Close the gates/ }).selectOption("Items");
  await counted("7 items, 1 ticked");

  await unfold("What its levels mean");
  await page.getByRole("combobox", { name: /^Level of “high”/ }).selectOption("SHOULD");
  await page.getByRole("combobox", { name: /^Level of “No level said”/ }).selectOption("MUST");
  await expect(corrected().getByRole("listitem")).toHaveCount(6);
  await expect(corrected()).toContainText("You said that “high” means SHOULD.");

  // A closed tab loses nothing.
  await page.goto("/projects/new");
  await page
    .getByRole("region", { name: "Imports begun" })
    .getByRole("link", { name: /^Harbour rollout/ })
    .click();
  await expect(corrected().getByRole("listitem")).toHaveCount(6);

  await unfold("Phases");
  await page.getByRole("button", { name: "Fold into Alpha, Beta, Launch" }).click();
  await counted("3 phases");
  await expect(lineOf("## Phase 4: Boats")).toContainText("part of Beta");
  const storm = page.getByRole("combobox", { name: "“Storm drill” becomes" });
  await storm.fill("Storm season");
  await storm.press("Enter");
  await counted("3 phases");
  await expect(lineOf("## Storm drill")).toContainText("part of Storm season");
  // With everything unfolded, on a desk and on a phone.
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page
    .getByRole("button", { name: /^Take back: You said that items of which no level is said/ })
    .click();
  await expect(corrected().getByRole("listitem")).toHaveCount(8);
  expect(await db().project.count({ where: { workspaceId: ana.actor.workspaceId } })).toBe(0);

  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/projects\/[^/]+\/phases\//);
  await expect(page.getByRole("navigation", { name: "Phases" })).toContainText(/Alpha.*Beta.*Storm season/s);
  await expect(page.getByRole("checkbox", { name: "Count the ropes" })).toBeChecked();
  await expect(
    page.getByRole("link", { name: "95% of ropes passed the pull test", exact: true }),
  ).toBeVisible();
  const project = await db().project.findFirstOrThrow({
    where: { workspaceId: ana.actor.workspaceId },
    include: { items: true, criteria: true, sections: { orderBy: { position: "asc" } } },
  });
  expect(project.name).toBe("Harbour rollout, step by step");
  expect(Object.fromEntries(project.items.map(({ title, level }) => [title, level]))).toEqual({
    "Count the ropes": "SHOULD",
    "Replace what is older than five years": "SHOULD",
    "Hang the new bell": "SHOULD",
    "Tell the pilots its sound": "COULD",
    "Light every lamp once": "SHOULD",
    "Paint the numbers": "SHOULD",
    "Close the gates in an hour": "SHOULD",
  });
  expect(project.criteria).toHaveLength(2);
  expect(project.sections.map(({ title }) => title)).toContain("Phase 2: Bells");
});

test("only what matters now is shown", async () => {
  const lines = page.getByRole("list", { name: "Lines of the document" }).getByRole("listitem");
  await expect(lines).toHaveCount(22);
  await page.getByRole("radio", { name: "Not understood" }).check();
  await expect(lines).toHaveCount(5);
  await page.getByRole("radio", { name: "Headings, lists and tables" }).check();
  await expect(lineOf("## Phase 2: Bells")).toBeVisible();
  await expect(lineOf("Count the ropes")).toBeVisible();
  await expect(lineOf("Replace what is older")).toBeHidden();
});

test("everything is taken back at once", async () => {
  await page.getByRole("button", { name: "Not a phase: Phase 3: Lamps" }).click();
  await expect(page.getByRole("button", { name: "Make a phase: Phase 3: Lamps" })).toBeVisible();
  await page.getByRole("button", { name: "Make a phase: Storm drill" }).click();
  await expect(corrected().getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Take everything back" }).click();
  await expect(page.getByRole("button", { name: "Not a phase: Phase 3: Lamps" })).toBeVisible();
  await expect(corrected()).toBeHidden();
});

test("the second of two tabs is told, and shows what the first one did", async () => {
  const second = await ana.context.newPage();
  await second.goto(page.url());
  await counted("4 phases", second);
  await page
    .getByRole("combobox", { name: /^Read as, line \d+: 95% of ropes/ })
    .selectOption("Success criteria");
  await counted("2 criteria");
  await second.getByRole("button", { name: "Make a phase: Storm drill" }).click();
  await expect(second.getByText(/was corrected in another tab/).first()).toBeVisible();
  await counted("2 criteria", second);
  await second.getByRole("button", { name: "Make a phase: Storm drill" }).click();
  await counted("5 phases", second);
  // What this tab shows is not what would be created.
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "another tab" })).toBeVisible();
  expect(await db().project.count({ where: { workspaceId: ana.actor.workspaceId } })).toBe(0);
});

test("each of two documents becomes an import of its own", async () => {
  await page.getByRole("button", { name: "Make an import of each" }).click();
  await expect(page.getByLabel("Name of the project")).toHaveValue("What the tide report found");
  await page.goto("/projects/new");
  const begun = page.getByRole("region", { name: "Imports begun" });
  await expect(begun.getByRole("link")).toHaveCount(2);
  await begun.getByRole("link", { name: /^Harbour rollout/ }).click();
  await counted("4 phases");
  await expect(page.getByRole("radio", { name: /^Only “Harbour rollout/ })).toBeChecked();
});
