import type { Page } from "@playwright/test";
import { db } from "@/lib/data/client";
import { endSessionUnscoped, startSessionUnscoped } from "@/lib/data/sessions";
import { gatePlan } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { layLine } from "../cuttable-line";
import { expect, type Person, test } from "../fixtures";

// Two browsers on two app processes: what one does, the other sees without reloading.

interface Pair {
  ben: Person;
  chidi: Person;
  slug: string;
  projectId: string;
  itemId: string;
  criterionId: string;
}

const pair = test.extend<{ pair: Pair }>({
  pair: async ({ person }, use) => {
    const ben = await person("Ben", "LEAD");
    const chidi = await person("Chidi", "MANAGER", process.env.E2E_SECOND_URL);
    const { projectId, slug } = await makeProject(ben.actor, gatePlan());
    const { id: itemId } = await db().checklistItem.findFirstOrThrow({
      where: { projectId, title: "Rotate the keys" },
    });
    const { id: criterionId } = await db().criterion.findFirstOrThrow({ where: { projectId } });
    await use({ ben, chidi, slug, projectId, itemId, criterionId });
  },
});

/** Opens a page and waits until it hears of changes; from then on a reload fails the test. */
async function watch(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("status").getByText("live")).toBeVisible();
  await page.evaluate(() => {
    document.body.dataset.loaded = "once";
  });
}

const expectNotReloaded = (page: Page) => expect(page.locator("body")).toHaveAttribute("data-loaded", "once");

pair("a tick, a comment, a measurement and a decision appear at another process", async ({ pair }) => {
  const { ben, chidi, slug, itemId, criterionId } = pair;
  const phase = `/projects/${slug}/phases/alpha`;

  await watch(chidi.page, phase);
  await ben.page.goto(phase);
  await ben.page.getByRole("checkbox", { name: "Rotate the keys" }).check();
  await expect(chidi.page.getByRole("checkbox", { name: "Rotate the keys" })).toBeChecked();
  await expect(chidi.page.getByRole("listitem").filter({ hasText: "Rotate the keys" }).first()).toContainText(
    "Ben, just now",
  );
  await expectNotReloaded(chidi.page);

  await watch(chidi.page, `/projects/${slug}/items/${itemId}`);
  await ben.page.goto(`/projects/${slug}/items/${itemId}`);
  await ben.page.getByRole("textbox", { name: "Comment" }).fill("Done with the **old** keys in the drawer.");
  await ben.page.keyboard.press("Control+Enter");
  await expect(chidi.page.getByText("Done with the old keys in the drawer.")).toBeVisible();
  await expect(ben.page.getByRole("textbox", { name: "Comment" })).toHaveValue("");
  await expectNotReloaded(chidi.page);

  await watch(chidi.page, `/projects/${slug}/criteria/${criterionId}`);
  await ben.page.goto(`${phase}?tab=criteria`);
  await ben.page.getByRole("button", { name: /Record a measurement/ }).click();
  await ben.page
    .getByRole("dialog")
    .getByLabel(/^Value/)
    .fill("96,5");
  await ben.page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
  await expect(chidi.page.getByRole("row", { name: /96\.5%/ })).toBeVisible();
  await expect(chidi.page.getByRole("region", { name: "Result" })).toContainText("Met");
  await expectNotReloaded(chidi.page);

  await watch(ben.page, phase);
  await chidi.page.goto(`${phase}/gate`);
  await chidi.page.getByRole("radio", { name: "Hold" }).check();
  await chidi.page.getByLabel(/^Reason/).fill("The restore drill comes first.");
  await chidi.page.getByRole("button", { name: "Decide: hold" }).click();
  await expect(chidi.page.getByRole("region", { name: "Decisions" })).toContainText("The restore drill");
  await ben.page.getByRole("link", { name: "Activity", exact: true }).last().click();
  await expect(ben.page.getByRole("main")).toContainText(/decided|held/i);
});

test("a line that was cut catches up, with nothing missed and nothing twice", async ({ person }) => {
  const line = await layLine(Number(new URL(process.env.E2E_SECOND_URL ?? "").port));
  const ben = await person("Ben", "LEAD");
  const chidi = await person("Chidi", "MANAGER", `http://localhost:${line.port}`);
  const { projectId, slug } = await makeProject(ben.actor, gatePlan());
  const phase = `/projects/${slug}/phases/alpha`;
  await chidi.context.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const Original = window.EventSource;
    window.EventSource = class extends Original {
      constructor(url: string | URL, init?: EventSourceInit) {
        super(url, init);
        this.addEventListener("change", (event) => heard.push(event.lastEventId));
      }
    };
  });
  await watch(chidi.page, phase);
  const { version } = await db().project.findUniqueOrThrow({ where: { id: projectId } });
  await ben.page.goto(phase);
  const tick = (title: string) => ben.page.getByRole("checkbox", { name: title });
  const shown = (title: string) => chidi.page.getByRole("checkbox", { name: title });

  await tick("Write the runbook").check();
  await expect(shown("Write the runbook")).toBeChecked();
  // At once, so that the page is being read anew just then.
  await line.cut();
  await expect(chidi.page.getByText("reconnecting")).toBeVisible();
  await tick("Rotate the keys").check();
  await tick("Write the runbook").uncheck();
  await expect(ben.page.getByRole("region", { name: "Readiness" })).toContainText("42");
  await expect(shown("Rotate the keys")).not.toBeChecked();
  // A tick that cannot be sent is taken back and said, and the page stays.
  await shown("Rotate the keys").click();
  await expect(chidi.page.getByText("The server could not be reached.", { exact: false })).toBeVisible();
  await expect(shown("Rotate the keys")).not.toBeChecked();

  await line.mend();
  await expect(shown("Rotate the keys")).toBeChecked();
  await expect(shown("Write the runbook")).not.toBeChecked();
  await expect(chidi.page.getByRole("region", { name: "Readiness" })).toContainText("42");
  await expectNotReloaded(chidi.page);
  // The page can be read anew before the stream is open again, so what it shows does not say that the stream has caught up.
  await expect
    .poll(() => chidi.page.evaluate(() => "heard" in window && window.heard))
    .toEqual([1, 2, 3].map((step) => String(version + step)));
  await line.close();
});

pair(
  "the second of two who edit an item is told what changed, and keeps what they typed",
  async ({ pair }) => {
    const { ben, chidi, slug, itemId } = pair;
    const path = `/projects/${slug}/items/${itemId}`;
    for (const { page } of [ben, chidi]) {
      await watch(page, path);
      await page.getByRole("button", { name: "Edit" }).click();
    }
    const form = (page: Page) => page.getByRole("dialog", { name: "Edit the item" });
    await form(chidi.page).getByLabel("Title").fill("Rotate every key");
    await form(chidi.page).getByLabel("Details").fill("Also those of the backup.");

    await form(ben.page).getByLabel("Title").fill("Rotate the signing keys");
    await form(ben.page).getByLabel("How we know").fill("The old key is refused.");
    await form(ben.page).getByRole("button", { name: "Save" }).click();
    // Chidi's page follows under the open form, and the form is not fooled by that.
    await expect(chidi.page.getByText("Rotate the signing keys").first()).toBeAttached();

    await form(chidi.page).getByRole("button", { name: "Save" }).click();
    const alert = form(chidi.page).getByRole("alert");
    await expect(alert).toContainText("Somebody else changed this meanwhile");
    await expect(alert.getByRole("row", { name: /Title/ })).toHaveText(
      /Title\s*Rotate every key\s*Rotate the signing keys/,
    );
    await expect(form(chidi.page).getByLabel("Title")).toHaveValue("Rotate every key");
    await expect(form(chidi.page).getByLabel("Details")).toHaveValue("Also those of the backup.");

    await alert.getByRole("button", { name: "Save mine over it" }).click();
    await expect(form(chidi.page)).toBeHidden();
    await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("Rotate every key");
    await expect(ben.page.getByText("Also those of the backup.")).toBeVisible();
    // What Ben wrote where Chidi wrote nothing is still there.
    await expect(chidi.page.getByText("The old key is refused.")).toBeVisible();
  },
);

pair("who stands on a link of a line or of the rail stays there when it changes", async ({ pair }) => {
  const { ben, chidi, slug, projectId, itemId } = pair;
  const tick = (state: "DONE" | "OPEN") =>
    ben.page.request.patch(`/api/v1/items/${itemId}`, {
      data: { state },
      headers: { "sec-fetch-site": "same-origin" },
    });
  const { name } = await db().project.findUniqueOrThrow({ where: { id: projectId } });

  await watch(chidi.page, "/");
  const line = chidi.page.getByRole("listitem").filter({ has: chidi.page.getByRole("link", { name }) });
  await line.getByRole("link", { name, exact: true }).focus();
  const before = await line.textContent();
  const ticked = await tick("DONE");
  expect(ticked.status()).toBe(200);
  // Next would say what its router varies by (docs/decisions/0016-before-next.md).
  expect(ticked.headers()).not.toHaveProperty("vary");
  await expect(line).not.toHaveText(before ?? "");
  await expect(line.getByRole("link", { name, exact: true })).toBeFocused();

  await watch(chidi.page, `/projects/${slug}/phases/alpha`);
  const leg = chidi.page.getByRole("navigation", { name: "Phases" }).getByRole("link", { name: /Alpha/ });
  await leg.focus();
  const readiness = await leg.textContent();
  expect((await tick("OPEN")).status()).toBe(200);
  await expect(leg).not.toHaveText(readiness ?? "");
  await expect(leg).toBeFocused();
  await expectNotReloaded(chidi.page);
});

pair("what was typed stays when the session ends, and goes out after signing in again", async ({ pair }) => {
  const { ben, chidi, slug, itemId } = pair;
  const item = `/projects/${slug}/items/${itemId}`;
  await watch(chidi.page, item);
  const comment = chidi.page.getByRole("textbox", { name: "Comment" });
  await comment.fill("The vault moves in May.");
  await endSessionUnscoped(chidi.secret);
  await expect(
    chidi.page.getByText("You are signed out. What you typed is still here").first(),
  ).toBeVisible();
  await ben.page.goto(item);
  await ben.page.getByRole("checkbox").first().check();
  await expect(comment).toHaveValue("The vault moves in May.");

  const [cookie] = await chidi.context.cookies();
  const secret = await startSessionUnscoped(chidi.actor.userId, "another tab");
  if (!cookie || !secret) throw new Error("Chidi has a cookie, and is a member");
  await chidi.context.addCookies([{ ...cookie, value: secret }]);
  await expect(chidi.page.getByRole("status").getByText("live")).toBeVisible();
  await comment.press("Control+Enter");
  await expect(chidi.page.getByRole("listitem").filter({ hasText: "The vault moves in May." })).toBeVisible();
  await expectNotReloaded(chidi.page);
});
