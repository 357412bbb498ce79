import { describe, expect, it } from "vitest";
import { type GateScene, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { verifyAuditUnscoped } from "./audit-verify";
import { db } from "./client";
import { closeExpiredReviewsUnscoped, RAN_OUT } from "./expired-reviews";
import { getPhasePage } from "./phase-page";
import { withdrawReview } from "./reviews";

useTestDatabase();

const withdraw = async (scene: GateScene, reviewId: string, actor = scene.ben) =>
  withdrawReview(await openProject(actor, { projectId: scene.projectId }, "review:request"), { reviewId });

const runOut = (id: string) =>
  db().review.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });

const gateOf = async (scene: GateScene, key = "alpha") =>
  (await getPhasePage(await scene.open(scene.ana), key, new Date())).phase.gate;

describe("requesting a review", () => {
  it("freezes the policy and numbers the review", async () => {
    const scene = await makeGateScene();
    const review = await scene.review(scene.ben);
    expect(review).toMatchObject({ number: 1, requestedBy: "Ben" });
    expect(await gateOf(scene)).toMatchObject({ status: "IN_REVIEW", review: { id: review.id } });
    const row = await db().review.findUniqueOrThrow({ where: { id: review.id } });
    expect(row.policy).toMatchObject({ minimumScore: 80, signOffRules: [{ name: "Engineering" }] });
    const [event] = await scene.eventsOf("review.requested");
    expect(JSON.parse(event?.canonical ?? "").data).toEqual({
      phaseId: scene.phaseId("Alpha"),
      number: 1,
      days: 14,
    });
  });

  it("lets one of two at once win and tells the other", async () => {
    const scene = await makeGateScene();
    const both = await Promise.allSettled([scene.review(scene.ben), scene.review(scene.mara)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const loser = both.find((each) => each.status === "rejected");
    expect(loser?.status === "rejected" && loser.reason.toRefusal()).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/requested it/),
    });
    expect(await scene.eventsOf("review.requested")).toHaveLength(1);
  });

  it("is for the phase being worked, and not for members, viewers or strangers", async () => {
    const scene = await makeGateScene();
    expect(await refusalOf(scene.review(scene.ben, "beta"))).toMatchObject({
      code: "RULE",
      message: expect.stringContaining('"Alpha"'),
    });
    expect(await refusalOf(scene.review(scene.chidi))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(scene.review(scene.vera))).toMatchObject({ code: "FORBIDDEN" });
    const stranger = (await makeMember((await makeWorkspace()).id, "ADMIN", "Zoe")).actor;
    expect(await refusalOf(scene.review(stranger))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(scene.review(scene.ben, "nowhere"))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for a passed gate only once it is at risk", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome: "GO" });
    expect(await refusalOf(scene.review(scene.ben))).toMatchObject({ code: "RULE" });
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    expect(await gateOf(scene)).toMatchObject({ status: "AT_RISK" });
    expect(await scene.review(scene.ben)).toMatchObject({ number: 2 });
  });
});

describe("withdrawing a review", () => {
  it("ends it without a decision, once", async () => {
    const scene = await makeGateScene();
    const { id } = await scene.review(scene.ben);
    expect(await withdraw(scene, id)).toEqual({ id, changed: true });
    expect(await withdraw(scene, id)).toEqual({ id, changed: false });
    expect(await scene.eventsOf("review.withdrawn")).toHaveLength(1);
    expect(await gateOf(scene)).toMatchObject({ status: "BLOCKED", review: null, decision: null });
    expect(await scene.review(scene.ben)).toMatchObject({ number: 2 });
  });

  it("is for the requester or a manager", async () => {
    const scene = await makeGateScene();
    const { id } = await scene.review(scene.mara);
    expect(await refusalOf(withdraw(scene, id, scene.ben))).toMatchObject({ code: "FORBIDDEN" });
    expect((await withdraw(scene, id, scene.ana)).changed).toBe(true);
  });

  it("knows no review of another project", async () => {
    const [scene, other] = [await makeGateScene(), await makeGateScene()];
    const { id } = await other.review(other.ben);
    expect(await refusalOf(withdraw(scene, id))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a review that runs out", () => {
  it("times out to HOLD, by nobody, once, however often and from however many processes it is swept", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    const { id } = await scene.review(scene.ben);
    await runOut(id);
    const now = new Date();
    const closed = await Promise.all([closeExpiredReviewsUnscoped(now), closeExpiredReviewsUnscoped(now)]);
    expect(closed.reduce((a, b) => a + b)).toBe(1);
    expect(await closeExpiredReviewsUnscoped(new Date())).toBe(0);
    const { decision, status } = await gateOf(scene);
    expect(status).toBe("READY");
    expect(decision).toMatchObject({ outcome: "HOLD", by: null, reason: RAN_OUT, score: 100 });
    const events = await scene.eventsOf("review.timed-out");
    expect(events).toMatchObject([{ memberId: null, via: "job" }]);
    expect(await verifyAuditUnscoped(scene.workspace.id)).toMatchObject({ ok: true });
  });

  it("is closed by whoever comes next, who is then told that no review runs", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    const { id } = await scene.review(scene.ben);
    await runOut(id);
    expect(await refusalOf(scene.decide(scene.mara, { outcome: "GO" }))).toMatchObject({
      code: "CONFLICT",
      current: { outcome: "HOLD", by: "Phasegate" },
    });
    expect(await scene.review(scene.ben)).toMatchObject({ number: 2 });
    expect(await scene.decide(scene.mara, { outcome: "GO" })).toMatchObject({ outcome: "GO" });
  });

  it("leaves a passed gate passed: only a decision takes it back", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome: "GO" });
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    const { id } = await scene.review(scene.ben);
    await runOut(id);
    await closeExpiredReviewsUnscoped(new Date());
    const gate = await gateOf(scene);
    expect(gate).toMatchObject({ status: "AT_RISK", decision: { outcome: "GO" } });
    expect(gate.history.map(({ outcome, superseded }) => [outcome, superseded])).toEqual([
      ["HOLD", true],
      ["GO", false],
    ]);
    expect(await scene.statuses()).toEqual(["PASSED", "ACTIVE", "PLANNED"]);
  });
});
