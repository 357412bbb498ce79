import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { expectReadiness } from "./readiness";

// From an empty installation to a decided gate, as three people would go there.

const PLAN = readFileSync("e2e/plans/transition-plan.md", "utf8");
const RESTART = "A granted berth survives a restart of every service";
const RESTORE = "Last night's copy was restored on a second machine";
const KEYS = "Keys of the message service were changed";
const LOGS = "Logs of all services arrive in one place";
const CHART = "A chart shows berths granted for each hour";
const HANDBOOK = "The paper form has a page in the handbook";
const SCREENS = "Every screen was read aloud once";
const TESTS = "95% of all berth tests passed.";
const PAGES = "Pages answer in at most 800 ms.";

const gateOf = (page: Page) => page.getByRole("region", { name: "Gate of Phase 1: Night Rehearsal" });
const signOffsOf = (page: Page) => page.getByRole("region", { name: "Sign-offs", exact: true });
const tab = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "Parts of this phase" }).getByRole("link", { name });

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("grey harbour cupboard");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
}

async function invite(page: Page, name: string, email: string, role: string): Promise<string> {
  await page.getByRole("button", { name: "Invite a person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("Role").selectOption(role);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel("One-time link").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  return link;
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Choose a password").fill("grey harbour cupboard");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
}

async function record(page: Page, criterion: string, value: string): Promise<void> {
  await page.getByRole("button", { name: `Record a measurement: ${criterion}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Value/).fill(value);
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();
}

async function sign(page: Page, rule: string): Promise<void> {
  await signOffsOf(page)
    .getByRole("button", { name: `Sign: ${rule}` })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(dialog).toBeHidden();
}

const auditVerify = (databaseUrl: string) =>
  promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts", "audit", "verify"],
    { env: { ...process.env, DATABASE_URL: databaseUrl } },
  );

test("three people take a plan from an empty installation through its first gate", async ({
  emptyProduct,
  stranger,
}) => {
  test.setTimeout(180_000);
  const { page: ana } = await stranger(emptyProduct.url);
  const { page: ben } = await stranger(emptyProduct.url);
  const { page: chidi } = await stranger(emptyProduct.url);
  let phase = "";

  await test.step("Ana makes the workspace", async () => {
    await ana.goto("/");
    await expect(ana).toHaveURL(/\/setup$/);
    await ana.getByLabel("Name of the workspace").fill("Harbour desk");
    await ana.getByLabel("Your name").fill("Ana");
    await ana.getByLabel("Your e-mail address").fill("ana@harbour.test");
    await ana.getByLabel("Password", { exact: true }).fill("grey harbour cupboard");
    await ana.getByRole("button", { name: "Create the workspace" }).click();
    await expect(ana.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
    await ben.goto("/setup");
    await expect(ben).toHaveURL(/\/sign-in$/);
  });

  await test.step("Ana imports the plan, after looking at what is understood", async () => {
    await ana.getByRole("link", { name: "Import a plan" }).click();
    await ana.getByRole("textbox", { name: "The plan" }).fill(PLAN);
    await ana.getByRole("button", { name: "Show what is understood" }).click();
    await expect(ana.getByText("Draft kept, nothing created yet")).toBeVisible();
    await expect(ana.getByText("3 phases", { exact: true })).toBeVisible();
    await expect(ana.getByText("9 items, 1 ticked")).toBeVisible();
    await expect(ana.getByText("5 criteria", { exact: true })).toBeVisible();
    await ana.getByLabel("Name of the project").fill("Berth desk");
    await ana.getByRole("button", { name: "Create project" }).click();
    await expect(ana.getByRole("heading", { level: 1, name: "Berth desk" })).toBeVisible();
    phase = new URL(ana.url()).pathname;
    await expectReadiness(ana, 5);
    await expect(gateOf(ana)).toContainText("Not ready: 9 blockers");
  });

  await test.step("Ana invites Ben and Chidi, each by a link that works once", async () => {
    await ana.getByRole("link", { name: "Members" }).click();
    const benLink = await invite(ana, "Ben", "ben@harbour.test", "LEAD");
    const chidiLink = await invite(ana, "Chidi", "chidi@harbour.test", "MANAGER");
    await join(ben, benLink);
    await join(chidi, chidiLink);
    await chidi.context().clearCookies();
    await chidi.goto(benLink);
    await expect(chidi.getByLabel("Choose a password")).toBeHidden();
    await signIn(chidi, "chidi@harbour.test");
  });

  await test.step("Ben ticks, and Chidi sees it appear", async () => {
    await Promise.all([ana.goto(phase), ben.goto(phase), chidi.goto(phase)]);
    for (const page of [ana, ben, chidi])
      await expect(page.getByRole("status").getByText("live")).toBeVisible();
    await ben.getByRole("checkbox", { name: RESTART }).check();
    await expect(chidi.getByRole("checkbox", { name: RESTART })).toBeChecked();
    await expectReadiness(chidi, 20);
    for (const title of [RESTORE, KEYS, LOGS, CHART])
      await ben.getByRole("checkbox", { name: title }).check();
    for (const page of [ana, ben, chidi]) await expectReadiness(page, 60);
  });

  await test.step("a measurement misses its target and the gate says why; it is corrected", async () => {
    await tab(ben, /Criteria/).click();
    await record(ben, TESTS, "91");
    await expect(gateOf(chidi)).toContainText(`The criterion "${TESTS}" is not met.`);
    await expect(gateOf(chidi)).toContainText("91% misses the target of at least 95%");
    await expectReadiness(ben, 60);
    await ben.getByRole("link", { name: TESTS }).first().click();
    await ben.getByRole("button", { name: "Correct 91%" }).click();
    const dialog = ben.getByRole("dialog");
    await dialog.getByLabel(/^Value/).fill("97");
    await dialog.getByLabel("Note").fill("Four tests of the old desk were counted.");
    await dialog.getByRole("button", { name: "Record" }).click();
    await expect(ben.getByRole("row", { name: /91%/ })).toContainText("corrected");
    await expect(ben.getByRole("region", { name: "Result" })).toContainText("Met");
    await expectReadiness(chidi, 75);
    await ben.goto(`${phase}?tab=criteria`);
    await record(ben, PAGES, "640");
    await expectReadiness(ben, 90);
    await tab(ben, /Checklist/).click();
    await ben.getByRole("checkbox", { name: HANDBOOK }).check();
    await expectReadiness(ben, 95);
    await expect(gateOf(chidi)).toContainText("Not ready: 3 blockers");
  });

  await test.step("Ana asks for the review", async () => {
    await gateOf(ana).getByRole("button", { name: "Request review" }).click();
    await ana
      .getByRole("dialog")
      .getByLabel("Note for the people who decide")
      .fill("Tuesday, before the tide.");
    await ana.getByRole("dialog").getByRole("button", { name: "Request review" }).click();
    await expect(gateOf(ana)).toContainText("In review: 3 blockers");
  });

  await test.step("the three sign; Chidi saw one thing more than the others", async () => {
    await sign(ben, "Engineering");
    await sign(ana, "Security");
    await ben.getByRole("checkbox", { name: SCREENS }).check();
    await expectReadiness(chidi, 100);
    await sign(chidi, "Product");
    for (const page of [ana, ben, chidi]) await expect(gateOf(page)).toContainText("In review, and ready");
  });

  await test.step("Ben's reopened item makes one signature stale, and it is renewed", async () => {
    await ben.getByRole("checkbox", { name: SCREENS }).uncheck();
    await expect(gateOf(chidi)).toContainText(
      'The sign-off "Product" is stale: what was signed has changed.',
    );
    await expect(gateOf(chidi)).toContainText(`Changed since: "${SCREENS}" (no longer satisfied).`);
    await expect(gateOf(chidi)).toContainText("In review: 1 blocker");
    await expectReadiness(chidi, 95);
    await signOffsOf(chidi).getByRole("button", { name: "Sign: Product" }).click();
    const dialog = chidi.getByRole("dialog");
    await expect(dialog.getByRole("listitem")).toHaveText(`${SCREENS} no longer satisfied`);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(gateOf(ana)).toContainText("In review, and ready");
  });

  await test.step("Ana, who asked, may not decide; Chidi does", async () => {
    await gateOf(ana).getByRole("link", { name: "Decide" }).click();
    await expect(ana.getByRole("region", { name: "Decision", exact: true })).toContainText(
      /You requested this review/,
    );
    await expect(ana.getByRole("button", { name: "Decide: go" })).toBeHidden();
    await gateOf(chidi).getByRole("link", { name: "Decide" }).click();
    await chidi.getByLabel(/^Reason/).fill("Three quiet nights.");
    await chidi.getByRole("button", { name: "Decide: go" }).click();
    await expect(chidi.getByRole("region", { name: "Decisions" })).toContainText("Three quiet nights.");
    await expect(ana.getByRole("region", { name: "Decisions" })).toContainText("score 95");
  });

  await test.step("the next phase is active, and the rail says so", async () => {
    const rail = ben.getByRole("navigation", { name: "Phases" });
    await expect(rail.getByRole("link", { name: /Phase 1: Night Rehearsal/ })).toContainText("passed");
    await expect(rail.getByRole("link", { name: /Phase 2: Two Quays/ })).toContainText("active");
    await expect(gateOf(ben)).toContainText("Passed");
    await expectReadiness(ben, 95);
    await chidi.goto("/");
    await expect(chidi.getByRole("region", { name: "Projects" })).toContainText(
      "7 of 9 items done · Phase 2: Two Quays",
    );
    await rail.getByRole("link", { name: /Phase 2: Two Quays/ }).click();
    await expect(ben).toHaveURL(/phases\/.*two-quays/);
    await expectReadiness(ben, 0);
  });

  await test.step("the audit holds", async () => {
    const { stdout } = await auditVerify(emptyProduct.databaseUrl);
    expect(stdout).toContain("The audit is intact");
    await ana.goto("/audit");
    await expect(ana.getByRole("main")).toContainText("decided");
  });

  await test.step("Ben signs out where he left himself signed in", async () => {
    await expect(ben.getByRole("status").getByText("live")).toBeVisible();
    const { page: other } = await stranger(emptyProduct.url);
    await signIn(other, "ben@harbour.test");
    await other.goto("/members");
    await other.getByRole("button", { name: "Sign out everywhere else" }).click();
    await other.getByRole("button", { name: "Sign out the others" }).click();
    await expect(ben.getByText("Your session has ended. Sign in to go on.")).toBeVisible();
  });
});
