import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { openProject } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import { addItem } from "@/lib/data/item-plan-edits";
import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";
import { expectReadiness } from "./readiness";

// The plan, changed where it stands.

let page: Page;
let ben: Page;
let actor: Actor;
let projectId: string;
let slug: string;
let phase: string;

test.beforeEach(async ({ person }) => {
  const ana = await person("Ana", "ADMIN");
  actor = ana.actor;
  ben = (await person("Ben", "MANAGER")).page;
  const section = (title: string, ...items: string[]) => ({
    title,
    items: items.map((item) => planItem(item)),
  });
  const project = await makeProject(
    ana.actor,
    plan([
      planPhase("Alpha", [], { sections: [section("Ropes", "One", "Two", "Three"), section("Tar", "Four")] }),
      planPhase("Beta", [], { sections: [section("Masts", "Five")] }),
    ]),
  );
  page = ana.page;
  ({ slug, projectId } = project);
  phase = `/projects/${slug}/phases/alpha`;
});

async function edit(): Promise<void> {
  await page.goto(phase);
  await page.getByRole("link", { name: "Edit plan" }).click();
  await expect(page.getByRole("textbox", { name: "Add a section" })).toBeVisible();
}

const section = (name: string) => page.getByRole("region", { name, exact: true });
const titles = (name: string) => section(name).getByRole("button", { name: /^Drag / });
const expectOrder = (name: string, ...items: string[]) =>
  expect
    .poll(() =>
      titles(name).evaluateAll((handles) => handles.map((handle) => handle.getAttribute("aria-label"))),
    )
    .toEqual(items.map((item) => `Drag ${item}`));
const row = (item: string) => page.getByRole("button", { name: new RegExp(`^${item}`), expanded: false });
/** What a screen reader is told of a drag. */
const expectTold = (text: string, timeout?: number) =>
  expect(page.getByRole("status").filter({ hasText: text })).toHaveCount(1, { timeout });
const dialog = () => page.getByRole("dialog");
const said = (text: string) => page.getByText(text, { exact: false }).last();

/** Reads the page anew, so that what is seen is what is stored. */
async function expectStored(name: string, ...items: string[]): Promise<void> {
  await page.reload();
  await expectOrder(name, ...items);
}

test("items are added, edited, archived, and brought back", async () => {
  await edit();
  const line = page.getByRole("textbox", { name: "Add an item to Ropes" });
  await line.fill("Splice the long rope");
  await line.press("Enter");
  await expectOrder("Ropes", "One", "Two", "Three", "Splice the long rope");
  await expect(line).toBeFocused();
  await expect(line).toHaveValue("");
  await row("Splice").click();
  await page.getByLabel("Title", { exact: true }).fill("Splice both ropes");
  await page.getByLabel("Level").selectOption("MUST");
  await page.getByLabel(/^Area/).fill("Rigging");
  await page.getByLabel(/^Due/).fill("2030-01-31");
  await page.getByRole("checkbox", { name: "Ben" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row("Splice both ropes")).toContainText("MUST");
  await expect(row("Splice both ropes")).toContainText("Rigging");
  // Who archives by keys goes on from the item that stands there now, and from the one that is brought back.
  await page.getByRole("button", { name: "Archive Two" }).press("Enter");
  await expectOrder("Ropes", "One", "Three", "Splice both ropes");
  await expect(row("Three")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expectOrder("Ropes", "One", "Two", "Three", "Splice both ropes");
  await expect(row("Two")).toBeFocused();
  await page.getByRole("button", { name: "Archive Four" }).press("Enter");
  await expectOrder("Tar");
  await expect(section("Tar").getByRole("textbox", { name: "Title of the section" })).toBeFocused();
  await page.getByRole("button", { name: "Archive One" }).click();
  await expectStored("Ropes", "Two", "Three", "Splice both ropes");
});

test("items are reordered by keys, by buttons and by dragging, also into another section", async () => {
  await edit();
  const handle = (item: string) => page.getByRole("button", { name: `Drag ${item}` });
  await page.getByRole("button", { name: "Move One down" }).click();
  await expectStored("Ropes", "Two", "One", "Three");

  await handle("Two").focus();
  await page.keyboard.press("Space");
  await expectTold("Picked up Two, 1 of 3 in Ropes.");
  await page.keyboard.press("ArrowDown");
  await expectOrder("Ropes", "One", "Two", "Three");
  await expectTold("Two is at 2 of 3 in Ropes.");
  await page.keyboard.press("Escape");
  await expectTold("Put back Two.");
  await expectOrder("Ropes", "Two", "One", "Three");
  // What was put back is on its way for a moment, and is not picked up again until it is there.
  await expect(async () => {
    await page.keyboard.press("Space");
    await expectTold("Picked up Two, 1 of 3 in Ropes.", 1_000);
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expectOrder("Ropes", "One", "Two", "Three");
  await page.keyboard.press("ArrowDown");
  await expectOrder("Ropes", "One", "Three", "Two");
  await page.keyboard.press("Space");
  await expectTold("Dropped Two at 3 of 3 in Ropes.");
  await expectStored("Ropes", "One", "Three", "Two");

  await drag(handle("One"), handle("Two"));
  await expectOrder("Ropes", "Three", "Two", "One");
  await expectStored("Ropes", "Three", "Two", "One");

  await drag(handle("Three"), handle("Four"));
  await expect(section("Tar").getByRole("button", { name: "Drag Three" })).toBeVisible();
  await expectStored("Ropes", "Two", "One");
});

test("sub-items are put in order by keys, by buttons and by dragging", async () => {
  await page.goto(phase);
  await page.getByRole("link", { name: "One", exact: true }).first().click();
  const line = page.getByRole("textbox", { name: "Add a sub-item" });
  for (const title of ["Left", "Middle", "Right"]) {
    await line.fill(title);
    await line.press("Enter");
    await expect(page.getByRole("checkbox", { name: title })).toBeVisible();
  }
  const state = section("State");
  const begin = () => page.getByRole("button", { name: "Put in order" }).click();
  const handle = (title: string) => page.getByRole("button", { name: `Drag ${title}` });
  const expectSubItems = async (...titles: string[]) => {
    await expectOrder("State", ...titles);
    await page.reload();
    await expect(state.getByRole("listitem")).toHaveText(titles);
    await begin();
    await expectOrder("State", ...titles);
  };
  await begin();
  await page.getByRole("button", { name: "Move Left down" }).click();
  await expectSubItems("Middle", "Left", "Right");

  await handle("Middle").focus();
  await page.keyboard.press("Space");
  await expectTold("Picked up Middle, 1 of 3.");
  await page.keyboard.press("ArrowDown");
  await expectOrder("State", "Left", "Middle", "Right");
  await page.keyboard.press("ArrowDown");
  await expectOrder("State", "Left", "Right", "Middle");
  await page.keyboard.press("Space");
  await expectSubItems("Left", "Right", "Middle");

  await drag(handle("Left"), handle("Middle"));
  await expectSubItems("Right", "Middle", "Left");
  await page.getByRole("button", { name: "Done ordering" }).click();
  await expect(page.getByRole("checkbox", { name: "Right" })).toBeVisible();
});

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error("Nothing to drag to.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y - 8, { steps: 12 });
  await page.mouse.move(x, y + 4, { steps: 6 });
  await page.mouse.up();
}

test("what others do waits while an item is held, and is there when it is put down", async () => {
  await edit();
  const tab = page.getByRole("link", { name: /^Checklist/ });
  await expect(tab).toContainText("0/4");
  await page.getByRole("button", { name: "Drag One" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expectOrder("Ropes", "Two", "One", "Three");

  // Another person ticks the very item, and a third adds one.
  await ben.goto(phase);
  await ben.getByRole("checkbox", { name: "One", exact: true }).check();
  const ropes = await db().checklistSection.findFirstOrThrow({
    where: { title: "Ropes", projectId },
  });
  await addItem(await openProject(actor, { projectId }, "plan:edit"), { sectionId: ropes.id, title: "Six" });
  await expect(tab).toContainText("1/5");
  await expectOrder("Ropes", "Two", "One", "Three");
  await page.keyboard.press("ArrowDown");
  await expectOrder("Ropes", "Two", "Three", "One");
  await page.keyboard.press("Space");
  await expectOrder("Ropes", "Two", "Three", "Six", "One");
  await expectStored("Ropes", "Two", "Three", "Six", "One");
});

test("items and sections move to another phase; a section is named, archived and brought back", async () => {
  await edit();
  await row("Three").click();
  await page.getByLabel("Section", { exact: true }).selectOption({ label: "Masts" });
  await expectOrder("Ropes", "One", "Two");
  const name = section("Tar").getByRole("textbox", { name: "Title of the section" });
  await name.fill("Tar and pitch");
  await name.press("Enter");
  await expect(section("Tar and pitch")).toBeVisible();
  await page.getByRole("button", { name: "Archive the section Ropes" }).click();
  await expect(section("Ropes")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectOrder("Ropes", "One", "Two");
  await page.getByLabel("Move Tar and pitch to a phase").selectOption({ label: "Beta" });
  await expect(section("Tar and pitch")).toBeHidden();
  await page.goto(`/projects/${slug}/phases/beta?edit=1`);
  await expectOrder("Masts", "Five", "Three");
  await expectOrder("Tar and pitch", "Four");
  const line = page.getByRole("textbox", { name: "Add a section" });
  await line.fill("Sails");
  await line.press("Enter");
  await expect(section("Sails")).toContainText("No items. Drop one here.");
});

test("criteria, rules and the phase itself are written in place", async () => {
  await page.goto(`${phase}?tab=criteria&edit=1`);
  await page.getByRole("button", { name: "Add a criterion" }).click();
  await dialog().getByLabel("What must be true").fill("90% of ropes hold");
  await dialog()
    .getByLabel(/^Target/)
    .fill("90");
  await dialog().getByLabel(/^Unit/).fill("%");
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(dialog()).toBeHidden();
  await expect(page.getByRole("link", { name: "90% of ropes hold" }).first()).toBeVisible();
  await page.goto(`${phase}?tab=sign-offs&edit=1`);
  await page.getByRole("button", { name: "Add a rule" }).click();
  await dialog().getByLabel("Name", { exact: true }).fill("Security");
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(dialog()).toBeHidden();
  await expect(page.getByRole("heading", { name: "Security" })).toBeVisible();
  await page.getByRole("button", { name: "Edit the phase" }).click();
  await dialog().getByLabel("Name", { exact: true }).fill("Rehearsal");
  await dialog().getByLabel("Minimum score").fill("90");
  await dialog().getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Gate of Rehearsal" })).toContainText("asks for 90 at least");
});

test("evidence is a link, a note or a file, and a file comes back as it went", async () => {
  await page.goto(phase);
  await page.getByRole("link", { name: "One", exact: true }).first().click();
  const evidence = page.getByRole("region", { name: "Evidence" });
  const add = async (kind: string) => {
    await evidence.getByRole("button", { name: "Add evidence" }).click();
    await dialog().getByRole("radio", { name: kind }).check();
  };
  await add("Link");
  await dialog().getByLabel("Address").fill("https://example.test/run/12");
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(evidence.getByRole("link", { name: /example\.test/ })).toHaveAttribute("rel", /noopener/);
  await add("Note");
  await dialog().getByLabel("Title").fill("Seen at noon");
  await dialog().getByRole("textbox", { name: "What was seen" }).fill("The rope held.");
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(evidence).toContainText("The rope held.");
  await add("File");
  await dialog()
    .getByLabel("File", { exact: true })
    .last()
    .setInputFiles({
      name: "tug – log.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("held at 40 kN\n"),
    });
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(evidence).toContainText("sha256");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    evidence.getByRole("link", { name: /tug/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("tug – log.txt");
  expect(await readFile((await download.path()) ?? "", "utf8")).toBe("held at 40 kN\n");
  await add("File");
  await dialog()
    .getByLabel("File", { exact: true })
    .last()
    .setInputFiles({
      name: "page.html",
      mimeType: "text/html",
      buffer: Buffer.from("<script>alert(1)</script>"),
    });
  await dialog().getByRole("button", { name: "Add" }).click();
  // A page that somebody uploads is never shown as one of ours.
  const href = await evidence.getByRole("link", { name: "page.html" }).getAttribute("href");
  const served = (await page.request.get(href ?? "")).headers();
  expect(served["content-disposition"]).toMatch(/^attachment/);
  expect(served["content-type"]).toBe("application/octet-stream");
  expect(served["x-content-type-options"]).toBe("nosniff");
  expect(served["content-security-policy"]).toContain("sandbox");
  await add("File");
  await dialog()
    .getByLabel("File", { exact: true })
    .last()
    .setInputFiles({
      name: "tool.exe",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("MZ\u0000\u0001"),
    });
  await dialog().getByRole("button", { name: "Add" }).click();
  await expect(dialog()).toContainText("This kind of file is not kept.");
  await page.keyboard.press("Escape");
  await expect(dialog()).toBeHidden();
  await evidence.getByRole("button", { name: "Remove Seen at noon" }).click();
  await expect(evidence).not.toContainText("The rope held.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(evidence).toContainText("The rope held.");
});

test("comments are Markdown without teeth, and can be taken back", async () => {
  await page.goto(phase);
  await page.getByRole("link", { name: "One", exact: true }).first().click();
  const comments = page.getByRole("region", { name: "Comments" });
  await comments
    .getByRole("textbox")
    .fill("**Held.** <script>window.bitten = 1</script> [x](javascript:alert(1))");
  await comments.getByRole("button", { name: "Comment" }).click();
  await expect(comments.locator("strong")).toHaveText("Held.");
  await expect(comments.getByRole("link")).toHaveCount(0);
  expect(await page.evaluate(() => "bitten" in window)).toBe(false);
  await comments.getByRole("button", { name: "Remove your comment" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await expect(comments).toContainText("Nobody has said anything yet.");

  // What others said can be removed by an admin only.
  await comments.getByRole("textbox").fill("By Ana.");
  await comments.getByRole("button", { name: "Comment" }).click();
  await ben.goto(page.url());
  const seenByBen = ben.getByRole("region", { name: "Comments" });
  await expect(seenByBen).toContainText("By Ana.");
  await expect(seenByBen.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await seenByBen.getByRole("textbox").fill("By Ben.");
  await seenByBen.getByRole("button", { name: "Comment" }).click();
  await comments.getByRole("button", { name: "Remove the comment of Ben" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await expect(seenByBen).not.toContainText("By Ben.");
});

test("sub-items earn their share; not applicable asks for a reason, and a waiver for another manager", async () => {
  await page.goto(phase);
  await page.getByRole("link", { name: "One", exact: true }).first().click();
  const line = page.getByRole("textbox", { name: "Add a sub-item" });
  for (const title of ["Left end", "Right end"]) {
    await line.fill(title);
    await line.press("Enter");
    await expect(page.getByRole("checkbox", { name: title })).toBeVisible();
  }
  await page.getByRole("checkbox", { name: "Left end" }).check();
  await expect(page.getByText("1 of 2 sub-items")).toBeVisible();
  await page.goto(phase);
  // One of four SHOULD items is half done.
  await expectReadiness(page, 12);
  const menu = async (item: string, choice: RegExp) => {
    await page.getByRole("button", { name: `More for ${item}`, exact: true }).click();
    await page.getByRole("menuitem", { name: choice }).click();
  };
  await menu("Two", /Not applicable/);
  await dialog().getByLabel("Reason").fill("No second rope.");
  await dialog().getByRole("button", { name: "Set not applicable" }).click();
  await expectReadiness(page, 16);
  await expect(page.getByRole("region", { name: "Readiness" })).toContainText("25% was set not applicable");
  await ben.goto("/my-work");
  await expect(ben.getByRole("status").filter({ hasText: "live" })).toBeVisible();
  await menu("Three", /Ask for a waiver/);
  await dialog().getByLabel("Reason").fill("Next spring.");
  await dialog().getByRole("button", { name: "Ask for it" }).click();
  await expect(said("is asked for")).toBeVisible();
  await expect(said("waived until")).toBeHidden();
  const waiting = ben.getByRole("region", { name: "Waivers waiting for you" });
  await expect(waiting).toContainText("Asked for by Ana");
  await waiting.getByRole("button", { name: "Approve the waiver of Three" }).click();
  await expect(waiting).toBeHidden();
  await expect(said("waived until")).toBeVisible();
  await expectReadiness(page, 16);
});
