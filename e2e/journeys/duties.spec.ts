import type { Page } from "@playwright/test";
import { openProject } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { setItemState } from "@/lib/data/item-state";
import { requestReview } from "@/lib/data/reviews";
import { gatePlan } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { expect, type Person, test } from "../fixtures";

// Who may do what, as the pages say it before the server has to.

let ana: Person;
let mara: Person;
let ben: Person;
let chidi: Person;
let projectId: string;
let phase: string;

test.beforeEach(async ({ person }) => {
  ana = await person("Ana", "ADMIN");
  mara = await person("Mara", "MANAGER");
  ben = await person("Ben", "LEAD");
  chidi = await person("Chidi", "MEMBER");
  await person("Vera", "VIEWER");
  const project = await makeProject(ana.actor, gatePlan());
  projectId = project.projectId;
  phase = `/projects/${project.slug}/phases/alpha`;
});

const review = async () =>
  requestReview(await openProject(ben.actor, { projectId }, "review:request"), {
    phase: "alpha",
    note: null,
    days: 14,
  });

async function menuOf(page: Page, item: string) {
  await page.goto(phase);
  await page.getByRole("button", { name: `More for ${item}`, exact: true }).click();
  return page.getByRole("menuitem", { name: "Verified" });
}

test("who did an item is not offered to verify it", async () => {
  await db().project.update({ where: { id: projectId }, data: { asksVerification: true } });
  await chidi.page.goto(phase);
  await chidi.page.getByRole("checkbox", { name: "Write the runbook" }).check();
  await chidi.page.getByRole("button", { name: "More for Write the runbook" }).click();
  await expect(chidi.page.getByRole("menuitem", { name: "Done" })).toBeVisible();
  await expect(chidi.page.getByRole("menuitem", { name: "Verified" })).toHaveCount(0);
  await expect(await menuOf(chidi.page, "Write the runbook")).toHaveCount(0);
  await (await menuOf(ben.page, "Write the runbook")).click();
  await expect(ben.page.getByText("verified by Ben").first()).toBeVisible();
});

test("a waiver is answered in the gate room by who did not ask for it", async () => {
  await chidi.page.goto(phase);
  await chidi.page.getByRole("button", { name: "More for Rotate the keys" }).click();
  await chidi.page.getByRole("menuitem", { name: "Ask for a waiver" }).click();
  await chidi.page.getByLabel("Reason").fill("The vault moves in May.");
  await chidi.page.getByRole("button", { name: "Ask for it" }).click();
  await expect(chidi.page.getByRole("dialog")).toHaveCount(0);
  await expect(chidi.page.getByText("waiver asked for")).toBeVisible();
  await mara.page.goto("/");
  await expect(mara.page.getByText("A waiver waits for you")).toBeVisible();
  await chidi.page.goto(`${phase}/gate`);
  const seen = chidi.page.getByRole("region", { name: "Waivers asked for" });
  await expect(seen).toContainText("The vault moves in May.");
  await expect(seen.getByRole("button", { name: /Approve/ })).toHaveCount(0);
  await mara.page.goto(`${phase}/gate`);
  const waiting = mara.page.getByRole("region", { name: "Waivers asked for" });
  await waiting.getByRole("button", { name: "Refuse the waiver of Rotate the keys" }).click();
  await mara.page.getByLabel("Why").fill("It takes an hour.");
  await mara.page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
  await expect(waiting).toHaveCount(0);
  // Told to who asked, without reloading.
  await expect(seen).toHaveCount(0);
  await chidi.page.goto(phase);
  await chidi.page.getByRole("link", { name: "Rotate the keys" }).first().click();
  const told = chidi.page.getByRole("region", { name: "Waiver" });
  await expect(told).toContainText("Refused by Mara");
  await expect(told).toContainText("It takes an hour.");
});

test("a decision over blockers cannot be pressed, and says why", async () => {
  await review();
  await mara.page.goto(`${phase}/gate`);
  await mara.page.getByRole("radio", { name: /^Go open/ }).check();
  const decide = mara.page.getByRole("button", { name: "Decide: go" });
  await expect(decide).toBeDisabled();
  await expect(decide).toHaveAccessibleDescription(/stand in the way.*ask an Admin/);
  await ana.page.goto(`${phase}/gate`);
  await ana.page.getByRole("radio", { name: /^Go open/ }).check();
  await expect(ana.page.getByRole("button", { name: "Decide: go" })).toBeDisabled();
  await ana.page.getByRole("checkbox", { name: /Override/ }).check();
  await expect(ana.page.getByRole("button", { name: "Decide: go" })).toBeEnabled();
});

test("who decides second is told, and keeps what they wrote", async () => {
  await review();
  for (const { page } of [mara, ana]) {
    await page.goto(`${phase}/gate`);
    await expect(page.getByRole("status").getByText("live")).toBeVisible();
    await page.getByRole("radio", { name: /^Hold/ }).check();
  }
  await ana.page.getByLabel(/^Reason/).fill("The keys are still the old ones.");
  await mara.page.getByLabel(/^Reason/).fill("The vault moves in May.");
  await mara.page.getByRole("button", { name: "Decide: hold" }).click();
  const told = ana.page.getByRole("alert").filter({ hasText: "The gate changed while you wrote" });
  await expect(told).toContainText("Hold, by Mara. Yours was not taken.");
  await expect(told.getByLabel("What you wrote")).toHaveValue("The keys are still the old ones.");
  await told.getByRole("button", { name: "Discard it" }).click();
  await expect(told).toHaveCount(0);
  await expect(mara.page.getByText("The gate changed while you wrote")).toHaveCount(0);
});

test("viewers are not offered for work or signatures", async () => {
  await ben.page.goto(phase);
  await ben.page.getByRole("link", { name: "Rotate the keys" }).first().click();
  await ben.page.getByRole("button", { name: "Edit", exact: true }).click();
  const assigned = ben.page.getByRole("group", { name: "Assigned to" });
  await expect(assigned.getByRole("checkbox", { name: "Chidi" })).toBeVisible();
  await expect(assigned.getByRole("checkbox", { name: "Vera" })).toHaveCount(0);
  await ben.page.goto(`${phase}?tab=sign-offs&edit=1`);
  await ben.page.getByRole("button", { name: "Add a rule" }).click();
  const signers = ben.page.getByRole("group", { name: "Who may sign" });
  await expect(signers.getByRole("checkbox", { name: "Chidi" })).toBeVisible();
  await expect(signers.getByRole("checkbox", { name: "Vera" })).toHaveCount(0);
});

test("the rules a review froze are shown as frozen", async () => {
  await review();
  const rule = await db().signOffRule.findFirstOrThrow({ where: { projectId, phase: { key: "alpha" } } });
  await ben.page.goto(`${phase}?tab=sign-offs&edit=1`);
  const rules = ben.page.getByRole("region", { name: "Sign-off rules" });
  await expect(rules).toContainText("Frozen into review 1 when it was requested");
  await rules.getByRole("button", { name: "Edit the rule Engineering" }).click();
  await ben.page.getByLabel("People needed").fill("2");
  await ben.page.getByRole("button", { name: "Save" }).click();
  const next = ben.page.getByRole("region", { name: "Rules from the next review on" });
  await expect(next).toContainText("2 people");
  await expect(rules).toContainText("1 person: Team Lead or above");
  expect(rule.minimum).toBe(1);
});

test("a gate at risk is offered a review beside the work", async () => {
  const { id } = await db().phase.findFirstOrThrow({ where: { projectId, key: "alpha" } });
  await db().phase.update({ where: { id }, data: { status: "PASSED" } });
  const snapshot = { passedOver: [] };
  await db().decision.create({
    data: { projectId, phaseId: id, outcome: "GO", byId: mara.actor.memberId, snapshot, snapshotHash: "0" },
  });
  const item = await db().checklistItem.findFirstOrThrow({ where: { projectId, title: "Rotate the keys" } });
  const work = await openProject(chidi.actor, { projectId }, "item:work");
  await setItemState(work, item.id, { state: "IN_PROGRESS" });
  await ben.page.goto(phase);
  const gate = ben.page.getByRole("region", { name: "Gate of Alpha" });
  await expect(gate.getByRole("button", { name: "Request review" })).toBeVisible();
});

test("what a phase's address says wins over what is asked for besides", async () => {
  await ana.page.goto(`${phase}?phase=nope&slug=nope&phase=other&tab=criteria&q=keys`);
  await expect(ana.page).toHaveTitle(/^Alpha · /);
  await expect(ana.page.getByRole("link", { name: /^Criteria/ }).last()).toHaveAttribute(
    "aria-current",
    "page",
  );
  await ana.page.goto(`${phase}?q=keys`);
  const edit = ana.page.getByRole("link", { name: "Edit plan" });
  await expect(edit).toHaveAttribute("href", `${phase}?edit=1&q=keys`);
});

test("an address that leads nowhere keeps the top bar, and says so in its title", async ({ stranger }) => {
  const inside = "/phase?slug=nope&phase=alpha";
  const odd = [`${phase}%00`, `${phase}%2Fgate`, "/phase", inside, `${inside}&slug=other`];
  for (const address of ["/projects/nope", "/nope", "/nope/further", `${phase}x`, ...odd]) {
    const response = await ana.page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(ana.page).toHaveTitle("Not found · Phasegate");
    await expect(ana.page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await expect(ana.page.getByRole("heading", { name: "Not found", level: 1 })).toBeAttached();
  }
  const { page } = await stranger();
  expect((await page.goto("/nope"))?.status()).toBe(404);
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
});
