import { describe, expect, it } from "vitest";
import { makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { codeOf, codesOf, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import type { Actor } from "./actor";
import { db } from "./client";
import { getGateRoom } from "./gate-room";
import { getItemPage } from "./item-page";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { getPhasePage } from "./phase-page";
import { getPortfolio } from "./portfolio";
import { listMyWaivers } from "./waiver-list";
import { approveWaiver, refuseWaiver, withdrawWaiver } from "./waivers";

useTestDatabase();

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const UNTIL = inDays(30);
const WISH = { state: "WAIVED", reason: "The vendor ships it in May", expiresAt: UNTIL } as const;

/** The gate scene, with a MUST that can be waived. */
async function scene() {
  const made = await makeGateScene();
  const itemId = made.itemId("Rotate the keys");
  const address = { projectId: made.projectId };
  const working = (actor: Actor) => openProject(actor, address, "item:work");
  const waiving = (actor: Actor) => openProject(actor, address, "item:waive");
  const ask = async (actor: Actor, wish: Partial<Parameters<typeof setItemState>[2]> = {}) =>
    setItemState(await working(actor), itemId, { ...WISH, ...wish });
  const asked = async (actor: Actor) => (await ask(actor)).waiver?.id ?? "";
  const item = () => db().checklistItem.findUniqueOrThrow({ where: { id: itemId } });
  return { ...made, itemId, working, waiving, ask, asked, item };
}

describe("asking for a waiver", () => {
  it("leaves the item as it is, and a record of who, why and until when", async () => {
    const { chidi, ask, item, itemId, eventsOf, phaseId, open } = await scene();
    const answer = await ask(chidi);
    expect(answer).toEqual({
      id: itemId,
      state: "OPEN",
      version: 1,
      changed: true,
      waiver: { id: expect.any(String), state: "PENDING" },
    });
    expect(await item()).toMatchObject({ state: "OPEN", version: 1 });
    const page = await getItemPage(await open(chidi), itemId, new Date());
    expect(page.item.waivers).toMatchObject([
      {
        requestedBy: "Chidi",
        reason: WISH.reason,
        expiresAt: UNTIL.toISOString(),
        isWaiting: true,
        may: { answer: false, withdraw: true },
      },
    ]);
    const [event] = await eventsOf("item.waiver-requested");
    expect(event).toMatchObject({ targetId: itemId, phaseId: phaseId("Alpha"), memberId: chidi.memberId });
  });

  it("is marked on the item's row until it is answered", async () => {
    const { chidi, mara, asked, waiving, itemId, open } = await scene();
    const marked = async () => {
      const { phase } = await getPhasePage(await open(chidi), "alpha", new Date());
      return phase.sections.flatMap(({ items }) => items.flatMap((row) => (row.waiverAsked ? [row.id] : [])));
    };
    expect(await marked()).toEqual([]);
    const waiverId = await asked(chidi);
    expect(await marked()).toEqual([itemId]);
    await refuseWaiver(await waiving(mara), waiverId, "No");
    expect(await marked()).toEqual([]);
  });

  it("needs a reason and an expiry of 90 days at most, of an item that is still to be done", async () => {
    const { chidi, ask, set } = await scene();
    const refused = (wish: Parameters<typeof ask>[1]) => refusalOf(ask(chidi, wish));
    expect(await refused({ reason: null })).toMatchObject({
      code: "INVALID",
      fields: { reason: [expect.stringMatching(/reason/)] },
    });
    expect(await refused({ expiresAt: inDays(91) })).toMatchObject({
      message: expect.stringMatching(/90 days at most/),
    });
    expect(await refused({ expiresAt: inDays(-1) })).toMatchObject({
      message: expect.stringMatching(/in the future/),
    });
    await set(chidi, "Rotate the keys", "DONE");
    expect(await refused({})).toMatchObject({ code: "RULE" });
  });

  it("changes nothing when it is asked again, and is refused while another request waits", async () => {
    const { chidi, ben, ask, eventsOf } = await scene();
    await ask(chidi);
    expect(await ask(chidi)).toMatchObject({ changed: false, waiver: { state: "PENDING" } });
    expect(await refusalOf(ask(chidi, { reason: "Another" }))).toMatchObject({ code: "CONFLICT" });
    expect(await refusalOf(ask(ben))).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/^Chidi asked/),
    });
    expect(await eventsOf("item.waiver-requested")).toHaveLength(1);
  });

  it("lets one of two who ask at once through", async () => {
    const { chidi, ben, ask, eventsOf } = await scene();
    expect(await codesOf(ask(chidi), ask(ben))).toEqual(["CONFLICT", "accepted"]);
    expect(await eventsOf("item.waiver-requested")).toHaveLength(1);
  });

  it("is a manager's request too, and waits for another manager", async () => {
    const { mara, ana, ask, item } = await scene();
    expect(await ask(mara)).toMatchObject({ state: "OPEN", waiver: { state: "PENDING" } });
    expect(await ask(mara)).toMatchObject({ state: "OPEN", changed: false });
    expect(await ask(ana)).toMatchObject({ state: "WAIVED", waiver: { state: "APPROVED" } });
    expect(await item()).toMatchObject({ state: "WAIVED" });
  });

  it("is refused to viewers, and a stranger finds no item", async () => {
    const { vera, working, projectId } = await scene();
    const { actor: otto } = await makeMember((await makeWorkspace()).id, "ADMIN", "Otto");
    expect(await codeOf(working(vera))).toBe("FORBIDDEN");
    expect(await codeOf(openProject(otto, { projectId }, "item:work"))).toBe("NOT_FOUND");
  });
});

describe("approving", () => {
  it("waives the item until the day asked for, with requester and approver on record", async () => {
    const { chidi, mara, asked, waiving, item, itemId, open, eventsOf, phaseId } = await scene();
    const waiverId = await asked(chidi);
    expect(await approveWaiver(await waiving(mara), waiverId)).toEqual({ id: waiverId, changed: true });
    expect(await item()).toMatchObject({ state: "WAIVED", waiverExpiresAt: UNTIL, version: 2 });
    const page = await getItemPage(await open(chidi), itemId, new Date());
    expect(page.item.records[0]).toMatchObject({
      state: "WAIVED",
      by: "Chidi",
      approver: "Mara",
      reason: WISH.reason,
      expiresAt: UNTIL.toISOString(),
      selfApproved: false,
    });
    expect(page.item.waivers[0]).toMatchObject({ state: "APPROVED", isWaiting: false, closedBy: "Mara" });
    const [event] = await eventsOf("item.waiver-approved");
    expect(event).toMatchObject({ phaseId: phaseId("Alpha"), memberId: mara.memberId });
    const { phase } = await getGateRoom(await open(mara), "alpha", new Date());
    expect(phase.gate.blockers.map(({ subjectId }) => subjectId)).not.toContain(itemId);
  });

  it("is what a manager's own WAIVED does, with the words of the request", async () => {
    const { chidi, mara, ask, asked, item } = await scene();
    await asked(chidi);
    expect(await refusalOf(ask(mara, { expiresAt: inDays(80) }))).toMatchObject({ code: "INVALID" });
    const answer = await ask(mara, { reason: null, expiresAt: null });
    expect(answer).toMatchObject({ state: "WAIVED", version: 2, changed: true });
    expect(await ask(mara, { reason: null, expiresAt: null })).toMatchObject({
      state: "WAIVED",
      changed: false,
    });
    expect(await ask(chidi)).toMatchObject({ state: "WAIVED", changed: false });
    expect(await item()).toMatchObject({ waiverExpiresAt: UNTIL });
  });

  it("changes nothing the second time, and only one of two at once is written", async () => {
    const { chidi, mara, ana, asked, waiving, eventsOf } = await scene();
    const waiverId = await asked(chidi);
    const [first, second] = await Promise.all([
      approveWaiver(await waiving(mara), waiverId),
      approveWaiver(await waiving(ana), waiverId),
    ]);
    expect([first.changed, second.changed].sort()).toEqual([false, true]);
    expect(await eventsOf("item.waiver-approved")).toHaveLength(1);
  });

  it("is refused to who asked, to a lesser role, and of a settled item", async () => {
    const { mara, ana, ben, chidi, asked, waiving, set } = await scene();
    const waiverId = await asked(mara);
    expect(await refusalOf(approveWaiver(await waiving(mara), waiverId))).toMatchObject({ code: "RULE" });
    expect(await codeOf(waiving(ben))).toBe("FORBIDDEN");
    await set(chidi, "Rotate the keys", "DONE");
    expect(await refusalOf(approveWaiver(await waiving(ana), waiverId))).toMatchObject({ code: "RULE" });
    expect(await codeOf(approveWaiver(await waiving(ana), NOBODY))).toBe("NOT_FOUND");
    expect(await codeOf(approveWaiver(await waiving(ana), "no id"))).toBe("NOT_FOUND");
  });

  it("stamps what somebody alone in a workspace asks for self-approved, at once", async () => {
    const workspace = await makeWorkspace();
    const { actor } = await makeMember(workspace.id, "ADMIN", "Ana");
    const access = await makeProject(actor, undefined, "item:work");
    const { projectId } = access;
    const { id } = await db().checklistItem.findFirstOrThrow({
      where: { projectId, title: "Rotate the keys" },
    });
    expect(await setItemState(access, id, WISH)).toMatchObject({ state: "WAIVED", changed: true });
    expect(await setItemState(access, id, WISH)).toMatchObject({ state: "WAIVED", changed: false });
    const record = await db().itemStateRecord.findFirstOrThrow({ where: { itemId: id } });
    expect(record).toMatchObject({ byId: actor.memberId, approverId: actor.memberId, selfApproved: true });
  });
});

describe("refusing and withdrawing", () => {
  it("refuses with a reason, once, and another request may follow", async () => {
    const { chidi, mara, asked, ask, waiving, itemId, open, eventsOf } = await scene();
    const waiverId = await asked(chidi);
    const refuse = async () => refuseWaiver(await waiving(mara), waiverId, "It is an hour of work.");
    expect(await refuse()).toMatchObject({ changed: true });
    expect(await refuse()).toMatchObject({ changed: false });
    expect(await codeOf(approveWaiver(await waiving(mara), waiverId))).toBe("CONFLICT");
    const page = await getItemPage(await open(chidi), itemId, new Date());
    expect(page.item).toMatchObject({
      state: "OPEN",
      waivers: [{ state: "REFUSED", closedBy: "Mara", refusedWhy: "It is an hour of work." }],
    });
    expect(await eventsOf("item.waiver-refused")).toHaveLength(1);
    expect(await ask(chidi)).toMatchObject({ changed: true, waiver: { state: "PENDING" } });
  });

  it("lets who asked take it back, and nobody else", async () => {
    const { chidi, ben, mara, asked, working, waiving, eventsOf } = await scene();
    const waiverId = await asked(chidi);
    expect(await codeOf(withdrawWaiver(await working(ben), waiverId))).toBe("FORBIDDEN");
    expect(await withdrawWaiver(await working(chidi), waiverId)).toMatchObject({ changed: true });
    expect(await withdrawWaiver(await working(chidi), waiverId)).toMatchObject({ changed: false });
    expect(await eventsOf("item.waiver-withdrawn")).toHaveLength(1);
    expect(await refusalOf(approveWaiver(await waiving(mara), waiverId))).toMatchObject({
      code: "CONFLICT",
      message: "This request was withdrawn meanwhile.",
    });
    expect(await codeOf(refuseWaiver(await waiving(mara), await asked(mara), "No"))).toBe("RULE");
  });
});

describe("what waits", () => {
  const waitsFor = async ({ slug }: { slug: string }, actor: Actor) => {
    const access = openWorkspace(actor, "workspace:read");
    const mine = await listMyWaivers(access, new Date());
    const { projects } = await getPortfolio(access, new Date());
    expect(projects.some(({ waitsForMe }) => waitsForMe.includes("waiver"))).toBe(mine.length > 0);
    return mine.map(({ itemTitle, requestedBy, phaseKey, projectSlug }) => {
      expect(projectSlug).toBe(slug);
      return `${itemTitle} for ${requestedBy} in ${phaseKey}`;
    });
  };

  it("is told to who may answer, in the gate room and in their own list", async () => {
    const made = await scene();
    const { chidi, mara, ana, ben, asked, open, waiving } = made;
    const waiverId = await asked(chidi);
    expect(await waitsFor(made, mara)).toEqual(["Rotate the keys for Chidi in alpha"]);
    expect(await waitsFor(made, ana)).toHaveLength(1);
    expect(await waitsFor(made, ben)).toEqual([]);
    expect(await waitsFor(made, chidi)).toEqual([]);
    const roomOf = async (actor: Actor) =>
      (await getGateRoom(await open(actor), "alpha", new Date())).waivers;
    expect(await roomOf(mara)).toMatchObject([{ may: { answer: true, withdraw: false } }]);
    expect(await roomOf(chidi)).toMatchObject([{ may: { answer: false, withdraw: true } }]);
    await refuseWaiver(await waiving(mara), waiverId, "No");
    expect(await waitsFor(made, mara)).toEqual([]);
    expect(await roomOf(mara)).toEqual([]);
  });

  it("is nothing for an item that was done, or archived, or when the time asked for is over", async () => {
    const made = await scene();
    const { chidi, mara, asked, set, itemId, projectId } = made;
    await asked(chidi);
    await set(chidi, "Rotate the keys", "DONE");
    expect(await waitsFor(made, mara)).toEqual([]);
    await set(chidi, "Rotate the keys", "OPEN");
    expect(await waitsFor(made, mara)).toHaveLength(1);
    const later = new Date(UNTIL.getTime() + 1);
    expect(await listMyWaivers(openWorkspace(mara, "workspace:read"), later)).toEqual([]);
    await archiveItem(await openProject(made.ben, { projectId }, "plan:edit"), itemId);
    expect(await waitsFor(made, mara)).toEqual([]);
  });

  it("follows the role a person has in the project", async () => {
    const made = await scene();
    const { chidi, ben, mara, asked, projectId } = made;
    await asked(chidi);
    const override = (actor: Actor, role: "MANAGER" | "LEAD") =>
      db().projectRole.create({ data: { projectId, memberId: actor.memberId, role } });
    await override(ben, "MANAGER");
    await override(mara, "LEAD");
    expect(await waitsFor(made, ben)).toHaveLength(1);
    expect(await waitsFor(made, mara)).toEqual([]);
  });
});
