import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { db } from "@/lib/data/client";
import { expect, type Person, test } from "../fixtures";
import { sidewaysOf } from "../sideways";

const PLAN = readFileSync("e2e/plans/transition-plan.md", "utf8");

let ana: Person;
let page: Page;

test.beforeEach(async ({ person }) => {
  ana = await person("Ana", "MANAGER");
  page = ana.page;
});

const projects = () => db().project.count({ where: { workspaceId: ana.actor.workspaceId } });
const plan = () => page.getByRole("textbox", { name: "The plan" });
const show = () => page.getByRole("button", { name: "Show what is understood" }).click();
const understood = () =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what was understood");

async function create(patience = 10_000): Promise<void> {
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/projects\/[^/]+\/phases\//, { timeout: patience });
}

async function drop(name: string, type: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([text, name, type]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type }));
      return transfer;
    },
    [content, name, type] as const,
  );
  await plan().dispatchEvent("dragover", { dataTransfer: files });
  await plan().dispatchEvent("drop", { dataTransfer: files });
}

test("a pasted plan is shown line by line before anything is created, and can be corrected", async () => {
  await page.goto("/projects/new?start=import");
  await plan().fill(PLAN);
  await show();
  await understood();
  expect(await projects()).toBe(0);
  await expect(page.getByText("3 phases", { exact: true })).toBeVisible();
  await expect(page.getByText("2 environments")).toBeVisible();
  await expect(
    page.getByRole("listitem").filter({ hasText: "The night shift knows whom to call" }),
  ).toContainText("ticked:");
  await page.getByRole("button", { name: "Not a phase: Phase 3: Whole Harbour" }).click();
  await expect(page.getByText("2 phases", { exact: true })).toBeVisible();
  // A closed tab loses nothing.
  await page.goto("/projects/new");
  await page.getByRole("region", { name: "Imports begun" }).getByRole("link").click();
  await expect(page.getByText("2 phases", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "As it was" }).click();
  await expect(page.getByText("3 phases", { exact: true })).toBeVisible();
  expect(await projects()).toBe(0);
  await create();
  expect(await projects()).toBe(1);
  await expect(page.getByRole("navigation", { name: "Phases" }).getByRole("link")).toHaveCount(3);
  await page.getByRole("link", { name: "Environments" }).click();
  await expect(page.getByRole("cell", { name: /Replayed from last summer\./ })).toBeVisible();
});

test("a chosen file, and one that is dropped", async () => {
  await page.goto("/projects/new?start=import");
  await page.getByLabel("File with the plan").setInputFiles("e2e/plans/transition-plan.md");
  await expect(page.getByText("transition-plan.md")).toBeVisible();
  await show();
  await understood();
  await page.goto("/projects/new?start=import");
  await drop("other.md", "text/markdown", "# Other\n\n## Phase 1\n\n- [x] Already done\n");
  await expect(page.getByText("other.md")).toBeVisible();
  await show();
  await understood();
  await expect(page.getByText("1 item, 1 ticked")).toBeVisible();
  expect(await projects()).toBe(0);
  await create();
  await expect(page.getByRole("checkbox", { name: "Already done" })).toBeChecked();
});

test("a template, looked at first, and an empty project", async () => {
  await page.goto("/projects/new");
  await page.getByRole("link", { name: /Start from a template/ }).click();
  await page.getByRole("link", { name: "Phased rollout" }).click();
  const held = page.getByRole("region", { name: "What the template holds" });
  await expect(held).toContainText("The core journeys are covered by automated tests");
  await expect(held).toContainText("at least 95%");
  expect(await projects()).toBe(0);
  await page.getByLabel("Name of the project").fill("From the template");
  await create();
  await expect(page.getByRole("navigation", { name: "Phases" })).toContainText(/Alpha.*Beta.*Launch/s);
  await page.goto("/projects/new?start=empty");
  await page.getByLabel("Name of the project").fill("From nothing");
  await create();
  await expect(page.getByRole("region", { name: "Readiness" })).toContainText("No readiness score yet");
  expect(await projects()).toBe(2);
});

test("what cannot be a plan is refused in words, and what was typed stays", async () => {
  await page.goto("/projects/new?start=import");
  const alert = page.getByRole("alert").filter({ hasText: /./ });
  await show();
  await expect(alert).toBeVisible();
  await plan().fill("   \n  ");
  await show();
  await expect(alert).toBeVisible();
  await page.getByLabel("File with the plan").setInputFiles({
    name: "scan.md",
    mimeType: "text/markdown",
    buffer: Buffer.from("%PDF-1.7\n%\u0000\u0001\u0002\n"),
  });
  await show();
  await expect(alert).toContainText("This is not a text document.");
  await page.getByLabel("File with the plan").setInputFiles({
    name: "long.md",
    mimeType: "text/markdown",
    buffer: Buffer.alloc(2 * 1024 * 1024 + 1, "- [ ] again\n"),
  });
  await show();
  await expect(alert).toContainText("2 MB at most");
  await page.getByRole("button", { name: "Take it away" }).click();
  await plan().fill(`# Too long\n\n${`- [ ] ${"again ".repeat(2000)}\n`.repeat(180)}`);
  await show();
  await expect(alert).toContainText("2 MB at most");
  await expect(plan()).toHaveValue(/^# Too long/);
  expect(await projects()).toBe(0);
});

test("a plan without a phase says so, and becomes one when a heading is made a phase", async () => {
  await page.goto("/projects/new?start=import");
  await plan().fill("# Notes\n\n## Before the tide\n\n- [ ] Count the ropes\n");
  await show();
  await understood();
  const none = page.getByText("0 phases", { exact: true });
  if (await none.isVisible()) {
    await page.getByRole("button", { name: "Create project" }).click();
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toContainText("has no phase");
    expect(await projects()).toBe(0);
    await page.getByRole("button", { name: "Make a phase: Before the tide" }).click();
    await expect(page.getByText("1 phase", { exact: true })).toBeVisible();
  }
  await create();
  await expect(page.getByRole("checkbox", { name: "Count the ropes" })).toBeVisible();
});

test("strange titles import, and are shown as they are", async () => {
  test.setTimeout(120_000);
  const long = "Rope ".repeat(2000).trim();
  const strange = [
    long,
    "Bell\u0007 and\u0000 whistle",
    "עגינה בלילה בלי נייר",
    "Ship 🚢 with 👩‍👩‍👧‍👦 aboard",
    "<img src=x onerror=alert(1)> & <b>bold</b>",
  ];
  const lines = strange.filter((title) => !title.includes("\u0000")).map((title) => `- [ ] ${title}`);
  await page.goto("/projects/new?start=import");
  await plan().fill(`# Strange 🚢\n\n## Alpha\n\n${lines.join("\n")}\n- [ ] Bell\u0007 and whistle\n`);
  await show();
  await understood();
  await create();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strange 🚢");
  await expect(page.getByRole("checkbox", { name: "עגינה בלילה בלי נייר" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Ship 🚢 with 👩‍👩‍👧‍👦 aboard" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Bell and whistle" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Rope Rope/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /bold/ })).toBeVisible();
  expect(await sidewaysOf(page)).toBe(0);
});

test("a plan of almost 2 MB is previewed and imported", async () => {
  test.setTimeout(120_000);
  const section = (number: number) =>
    `### Part ${number}\n\n${"A sentence about ropes that nobody reads, and one more about tar. ".repeat(130)}\n\n- [ ] Item ${number}\n\n`;
  const text = `# Large\n\n## Alpha\n\n${Array.from({ length: 225 }, (_, number) => section(number)).join("")}`;
  expect(text.length).toBeGreaterThan(1_900_000);
  expect(text.length).toBeLessThan(2 * 1024 * 1024);
  await page.goto("/projects/new?start=import");
  await page.getByLabel("File with the plan").setInputFiles({
    name: "large.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  });
  await show();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what was understood", {
    timeout: 60_000,
  });
  await create(60_000);
  await expect(page.getByRole("checkbox", { name: "Item 224" })).toBeVisible();
});
