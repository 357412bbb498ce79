import { describe, expect, it } from "vitest";
import { dayFromNow, type GateScene, gatePlan, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { makeProject } from "@/prisma/factories/project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { verifyAuditUnscoped } from "./audit-verify";
import { db } from "./client";
import { getDecision } from "./decision-detail";
import { decideGate } from "./decisions";
import { getPhasePage } from "./phase-page";
import { requestReview } from "./reviews";

useTestDatabase();

const REASON = "We looked at it together and want to wait for the drill.";
const condition = (scene: GateScene, text = "Finish the runbook", days = 7) => ({
  text,
  ownerId: scene.chidi.memberId,
  dueOn: dayFromNow(days),
});

const pageOf = async (scene: GateScene, key = "alpha") =>
  (await getPhasePage(await scene.open(scene.ana), key, new Date())).phase;

/** A ready gate whose review Ben requested. */
async function readyScene() {
  const scene = await makeGateScene();
  await scene.makeReady();
  await scene.review(scene.ben);
  return scene;
}

describe("GO", () => {
  it("passes the gate, opens the next phase, and stores what was judged", async () => {
    const scene = await readyScene();
    const decision = await scene.decide(scene.mara, { outcome: "GO", reason: "All there." });
    expect(decision).toMatchObject({
      outcome: "GO",
      reason: "All there.",
      by: "Mara",
      override: false,
      selfApproved: false,
      score: 100,
      blockers: [],
      superseded: false,
    });
    expect(await scene.statuses()).toEqual(["PASSED", "ACTIVE", "PLANNED"]);
    expect((await pageOf(scene)).gate).toMatchObject({ status: "PASSED", review: null });
    const [event] = await scene.eventsOf("gate.decided");
    expect(JSON.parse(event?.canonical ?? "").data).toMatchObject({
      outcome: "GO",
      phaseId: scene.phaseId("Alpha"),
      snapshotHash: decision.snapshotHash,
    });
    expect(await verifyAuditUnscoped(scene.workspace.id)).toMatchObject({ ok: true });
  });

  it("is refused with the blockers while something holds it up, and changes nothing", async () => {
    const scene = await makeGateScene();
    await scene.review(scene.ben);
    const refusal = await refusalOf(scene.decide(scene.mara, { outcome: "GO" }));
    expect(refusal.code).toBe("GATE_BLOCKED");
    expect((Array.isArray(refusal.blockers) ? refusal.blockers : []).map(({ type }) => type)).toEqual([
      "MUST_NOT_SATISFIED",
      "CRITERION_NOT_MET",
      "SCORE_UNDER_MINIMUM",
      "SIGN_OFF_MISSING",
    ]);
    expect(await scene.statuses()).toEqual(["ACTIVE", "PLANNED", "PLANNED"]);
    expect(await scene.eventsOf("gate.decided")).toHaveLength(0);
    expect((await pageOf(scene)).gate.status).toBe("IN_REVIEW");
  });

  it("needs a review, another person than its requester, and a manager", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "GO" }))).toMatchObject({ code: "RULE" });
    await scene.review(scene.mara);
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "GO" }))).toMatchObject({
      code: "RULE",
      message: expect.stringContaining("requested"),
    });
    expect(await refusalOf(scene.decide(scene.ben, { outcome: "GO" }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(scene.decide(scene.vera, { outcome: "GO" }))).toMatchObject({ code: "FORBIDDEN" });
    const stranger = (await makeMember((await makeWorkspace()).id, "ADMIN", "Zoe")).actor;
    expect(await refusalOf(scene.decide(stranger, { outcome: "GO" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await scene.decide(scene.ana, { outcome: "GO" })).toMatchObject({ by: "Ana" });
  });

  it("cannot come before an earlier gate", async () => {
    const scene = await readyScene();
    const refusal = await refusalOf(scene.decide(scene.mara, { outcome: "GO" }, "beta"));
    expect(refusal).toMatchObject({ code: "GATE_BLOCKED" });
    expect(refusal.blockers).toContainEqual(expect.objectContaining({ type: "EARLIER_GATE" }));
  });

  it("is allowed to the only member of a workspace, and stamped", async () => {
    const workspace = await makeWorkspace();
    const { actor } = await makeMember(workspace.id, "ADMIN", "Solo");
    const { projectId } = await makeProject(actor, gatePlan());
    await db().checklistItem.updateMany({ where: { projectId }, data: { state: "DONE" } });
    await db().criterion.updateMany({ where: { projectId }, data: { archivedAt: new Date() } });
    const access = await openProject(actor, { projectId }, "gate:decide");
    const { signOff } = await import("./sign-offs");
    await signOff(await openProject(actor, { projectId }, "gate:sign"), {
      phase: "alpha",
      rule: "Engineering",
      decision: "APPROVED",
      comment: null,
    });
    const go = {
      phase: "alpha",
      outcome: "GO",
      reason: null,
      override: null,
      conditions: [],
      recycleTo: null,
    } as const;
    const both = await Promise.allSettled([
      decideGate(access, { ...go, conditions: [] }),
      decideGate(access, { ...go, conditions: [] }),
    ]);
    const won = both.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(won).toMatchObject([{ outcome: "GO", selfApproved: true }]);
    expect(await refusalOf(decideGate(access, { ...go, conditions: [] }))).toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("override", () => {
  it("passes a blocked gate for an admin, with a reason, for ever visible", async () => {
    const scene = await makeGateScene();
    await scene.review(scene.ben);
    const override = { reason: "The customer's contract ends on Friday." };
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "GO", override }))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(
      await refusalOf(scene.decide(scene.ana, { outcome: "GO", override: { reason: "because" } })),
    ).toMatchObject({
      code: "INVALID",
      fields: { "override.reason": [expect.any(String)] },
    });
    const decision = await scene.decide(scene.ana, { outcome: "GO", override });
    expect(decision).toMatchObject({ override: true, overrideReason: override.reason });
    expect(decision.blockers.length).toBeGreaterThan(0);
    // what was passed over cannot lapse, so the gate is not at risk of itself
    expect((await pageOf(scene)).gate).toMatchObject({ status: "PASSED" });
  });

  it("is not stamped where it was not needed", async () => {
    const scene = await readyScene();
    const override = { reason: "Just to be on the safe side here." };
    expect(await scene.decide(scene.ana, { outcome: "GO", override })).toMatchObject({
      override: false,
      overrideReason: null,
    });
  });
});

describe("CONDITIONAL_GO", () => {
  it("turns its conditions into MUST items of the next phase", async () => {
    const scene = await makeGateScene();
    await scene.sign(scene.ben);
    await scene.review(scene.ben);
    const conditions = [condition(scene), condition(scene, "Repeat the restore drill", 14)];
    const decision = await scene.decide(scene.mara, { outcome: "CONDITIONAL_GO", conditions });
    expect(decision.conditions).toEqual([
      { text: "Finish the runbook", owner: "Chidi", dueOn: conditions[0]?.dueOn, met: false },
      { text: "Repeat the restore drill", owner: "Chidi", dueOn: conditions[1]?.dueOn, met: false },
    ]);
    expect(await scene.statuses()).toEqual(["PASSED", "ACTIVE", "PLANNED"]);
    const beta = await pageOf(scene, "beta");
    expect(beta.sections.at(-1)).toMatchObject({
      title: "Conditions",
      items: [
        { title: "Finish the runbook", level: "MUST", key: "condition-1", assignees: [{ name: "Chidi" }] },
        { title: "Repeat the restore drill", key: "condition-2" },
      ],
    });
    expect(beta.gate.blockers).toContainEqual(
      expect.objectContaining({
        type: "MUST_NOT_SATISFIED",
        text: expect.stringContaining("Finish the runbook"),
      }),
    );
  });

  it("puts the gate under review again once a condition is past due", async () => {
    const scene = await makeGateScene();
    await scene.sign(scene.ben);
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome: "CONDITIONAL_GO", conditions: [condition(scene)] });
    expect((await pageOf(scene)).gate.status).toBe("PASSED");
    await db().condition.updateMany({ data: { dueOn: new Date("2026-01-01") } });
    expect((await pageOf(scene)).gate.status).toBe("REVIEW_REQUIRED");
  });

  it("names what is wrong with a condition", async () => {
    const scene = await readyScene();
    const wrong = async (conditions: ReturnType<typeof condition>[]) =>
      refusalOf(scene.decide(scene.mara, { outcome: "CONDITIONAL_GO", conditions }));
    expect(await wrong([])).toMatchObject({ code: "INVALID", fields: { conditions: [expect.any(String)] } });
    expect(await wrong([condition(scene, "Too late", 31)])).toMatchObject({
      code: "INVALID",
      fields: { "conditions.0.dueOn": [expect.any(String)] },
    });
    const stranger = { ...condition(scene), ownerId: "00000000-0000-7000-8000-000000000000" };
    expect(await wrong([stranger])).toMatchObject({
      code: "INVALID",
      fields: { "conditions.0.ownerId": [expect.any(String)] },
    });
  });
});

describe("HOLD, STOP and RECYCLE", () => {
  it("need a reason", async () => {
    const scene = await readyScene();
    for (const outcome of ["HOLD", "STOP", "RECYCLE"] as const)
      expect(await refusalOf(scene.decide(scene.mara, { outcome, recycleTo: "alpha" }))).toMatchObject({
        code: "INVALID",
        fields: { reason: [expect.any(String)] },
      });
  });

  it("HOLD closes the review and leaves the phase where it is", async () => {
    const scene = await readyScene();
    await scene.decide(scene.mara, { outcome: "HOLD", reason: REASON });
    expect(await scene.statuses()).toEqual(["ACTIVE", "PLANNED", "PLANNED"]);
    expect((await pageOf(scene)).gate).toMatchObject({
      status: "READY",
      review: null,
      decision: { outcome: "HOLD" },
    });
    await scene.review(scene.ben);
    const go = await scene.decide(scene.mara, { outcome: "GO" });
    const { history } = (await pageOf(scene)).gate;
    expect(history.map(({ id, superseded }) => [id === go.id, superseded])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("STOP stops the phase, and sending it back takes that back", async () => {
    const scene = await readyScene();
    await scene.decide(scene.mara, { outcome: "STOP", reason: REASON });
    expect(await scene.statuses()).toEqual(["STOPPED", "PLANNED", "PLANNED"]);
    expect((await pageOf(scene)).gate.status).toBe("STOPPED");
    expect(await refusalOf(scene.review(scene.ben))).toMatchObject({ code: "RULE" });
    expect(await refusalOf(scene.sign(scene.ben))).toMatchObject({ code: "RULE" });
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "STOP", reason: REASON }))).toMatchObject({
      code: "CONFLICT",
    });
    await scene.decide(scene.mara, { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" });
    expect(await scene.statuses()).toEqual(["ACTIVE", "PLANNED", "PLANNED"]);
  });

  it("RECYCLE goes back to an earlier phase and undoes what was decided from there on", async () => {
    const scene = await readyScene();
    await scene.decide(scene.mara, { outcome: "GO" });
    const back = { outcome: "RECYCLE", reason: REASON } as const;
    expect(await refusalOf(scene.decide(scene.mara, back, "beta"))).toMatchObject({
      code: "INVALID",
      fields: { recycleTo: [expect.any(String)] },
    });
    expect(await refusalOf(scene.decide(scene.mara, { ...back, recycleTo: "launch" }, "beta"))).toMatchObject(
      {
        code: "INVALID",
        fields: { recycleTo: [expect.stringContaining("Beta")] },
      },
    );
    const decision = await scene.decide(scene.mara, { ...back, recycleTo: "alpha" }, "beta");
    expect(decision).toMatchObject({ outcome: "RECYCLE", recycleTo: "Alpha" });
    expect(await scene.statuses()).toEqual(["ACTIVE", "PLANNED", "PLANNED"]);
    expect((await pageOf(scene)).gate.history[0]).toMatchObject({ outcome: "GO", superseded: true });
    expect((await pageOf(scene, "beta")).gate.blockers).toContainEqual(
      expect.objectContaining({ type: "EARLIER_GATE" }),
    );
  });

  it("rolls back a passed phase by sending it back to itself", async () => {
    const scene = await readyScene();
    await scene.decide(scene.mara, { outcome: "GO" });
    await scene.decide(scene.mara, { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" });
    expect(await scene.statuses()).toEqual(["ACTIVE", "PLANNED", "PLANNED"]);
    expect((await pageOf(scene)).gate).toMatchObject({ status: "READY", decision: { outcome: "RECYCLE" } });
  });

  it("are not for a phase that has not begun", async () => {
    const scene = await readyScene();
    for (const outcome of ["HOLD", "STOP", "RECYCLE"] as const)
      expect(
        await refusalOf(scene.decide(scene.mara, { outcome, reason: REASON, recycleTo: "launch" }, "launch")),
      ).toMatchObject({ code: "RULE", message: expect.stringContaining('"Alpha"') });
  });
});

describe("a stored decision", () => {
  it("is shown exactly as it was judged, whatever became of the plan", async () => {
    const scene = await readyScene();
    const { id } = await scene.decide(scene.mara, { outcome: "GO" });
    const access = await scene.open(scene.vera);
    const before = await getDecision(access, id);
    expect(before).toMatchObject({ intact: true, reviewNumber: 1, record: { score: 100, ready: true } });
    expect(before.record.criteria[0]).toMatchObject({ result: "MET", measurement: { value: 97 } });
    expect(before.names[scene.ben.memberId]).toBe("Ben");
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    await scene.measure(scene.chidi, 12);
    await db().checklistItem.update({
      where: { id: scene.itemId("Rotate the keys") },
      data: { title: "Renamed" },
    });
    const after = await getDecision(access, id);
    expect(after).toEqual(before);
  });

  it("says so when its record was changed behind its back", async () => {
    const scene = await readyScene();
    const { id } = await scene.decide(scene.mara, { outcome: "GO" });
    await db()
      .$executeRaw`UPDATE "Decision" SET snapshot = jsonb_set(snapshot, '{score}', '12') WHERE id = ${id}::uuid`;
    expect(await getDecision(await scene.open(scene.vera), id)).toMatchObject({ intact: false });
  });

  it("is not found from another project", async () => {
    const [scene, other] = [await readyScene(), await makeGateScene()];
    const { id } = await scene.decide(scene.mara, { outcome: "GO" });
    expect(await refusalOf(other.open(other.ana).then((access) => getDecision(access, id)))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(
      await refusalOf(scene.open(scene.ana).then((access) => getDecision(access, "no id"))),
    ).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("two at once", () => {
  it.each([
    ["GO and HOLD", { outcome: "GO" }, { outcome: "HOLD", reason: REASON }],
    ["GO and GO", { outcome: "GO" }, { outcome: "GO" }],
    [
      "GO and a roll-back",
      { outcome: "GO" },
      { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha", basedOn: null },
    ],
    [
      "STOP and HOLD",
      // Both from a page without a decision: a STOP that came after would stand beside the HOLD.
      { outcome: "STOP", reason: REASON, basedOn: null },
      { outcome: "HOLD", reason: REASON, basedOn: null },
    ],
  ] as const)(
    "%s: one wins with one audit event, the other is told what was decided",
    async (_, first, second) => {
      const scene = await readyScene();
      const both = await Promise.allSettled([
        scene.decide(scene.mara, first),
        scene.decide(scene.ana, second),
      ]);
      const won = both.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      expect(won).toHaveLength(1);
      const lost = both.find((each) => each.status === "rejected");
      expect(lost?.status === "rejected" && lost.reason.toRefusal()).toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining(`by ${won[0]?.by}`),
        current: { id: won[0]?.id, outcome: won[0]?.outcome },
      });
      expect(await scene.eventsOf("gate.decided")).toHaveLength(1);
      expect(await db().decision.count({ where: { projectId: scene.projectId } })).toBe(1);
    },
  );

  it("tells the page that shows an older standing", async () => {
    const scene = await readyScene();
    const { id } = await scene.decide(scene.mara, { outcome: "GO" });
    const back = { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" } as const;
    expect(await refusalOf(scene.decide(scene.ana, { ...back, basedOn: null }))).toMatchObject({
      code: "CONFLICT",
      current: { id },
    });
    expect(await scene.decide(scene.ana, { ...back, basedOn: id })).toMatchObject({ outcome: "RECYCLE" });
  });

  it("does not take a decision that was undone for one taken meanwhile", async () => {
    const scene = await readyScene();
    await scene.decide(scene.mara, { outcome: "GO" });
    await scene.decide(scene.mara, { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" }, "beta");
    expect((await pageOf(scene)).gate.decision).toBeNull();
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "GO", basedOn: null }))).toMatchObject({
      code: "RULE",
    });
    await scene.review(scene.ben);
    expect(await scene.decide(scene.mara, { outcome: "GO", basedOn: null })).toMatchObject({ outcome: "GO" });
  });

  it("never passes a gate on a tick that was withdrawn meanwhile without showing it", async () => {
    const seen = { blocked: 0, atRisk: 0 };
    for (let round = 0; round < 12; round++) {
      const scene = await readyScene();
      const decide = () => scene.decide(scene.mara, { outcome: "GO" });
      const withdraw = () => scene.set(scene.chidi, "Rotate the keys", "OPEN");
      const [first, second] = round % 2 === 0 ? [decide, withdraw] : [withdraw, decide];
      const results = await Promise.allSettled([first(), second()]);
      const refused = results.find((each) => each.status === "rejected");
      const { status, decision } = (await pageOf(scene)).gate;
      if (refused?.status === "rejected") {
        expect(refused.reason.toRefusal()).toMatchObject({ code: "GATE_BLOCKED" });
        expect({ status, decision }).toEqual({ status: "IN_REVIEW", decision: null });
        seen.blocked += 1;
      } else {
        expect(status).toBe("AT_RISK");
        const detail = await getDecision(await scene.open(scene.ana), decision?.id ?? "");
        expect(detail.record.items.find(({ title }) => title === "Rotate the keys")).toMatchObject({
          satisfied: true,
        });
        seen.atRisk += 1;
      }
      expect(await verifyAuditUnscoped(scene.workspace.id)).toMatchObject({ ok: true });
    }
    expect(seen.blocked + seen.atRisk).toBe(12);
  });

  it("lets a review that was withdrawn meanwhile pass nothing", async () => {
    const scene = await readyScene();
    const running = await db().review.findFirstOrThrow({ where: { projectId: scene.projectId } });
    const { withdrawReview } = await import("./reviews");
    const access = await openProject(scene.ben, { projectId: scene.projectId }, "review:request");
    const [, decided] = await Promise.allSettled([
      withdrawReview(access, { reviewId: running.id }),
      scene.decide(scene.mara, { outcome: "GO" }),
    ]);
    const row = await db().review.findUniqueOrThrow({ where: { id: running.id } });
    expect(row.outcome).toBe(decided.status === "fulfilled" ? "GO" : null);
  });
});

it("judges a project of another workspace never", async () => {
  const [scene, other] = [await readyScene(), await makeGateScene()];
  const access = await openProject(other.mara, { projectId: other.projectId }, "review:request");
  const foreign = { phase: scene.phaseId("Alpha"), note: null, days: 14 };
  expect(await refusalOf(requestReview(access, foreign))).toMatchObject({ code: "NOT_FOUND" });
});
