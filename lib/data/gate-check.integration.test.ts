import { describe, expect, it } from "vitest";
import { dayFromNow, type GateScene, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { checkGate } from "./gate-check";
import { refreshProjectUnscoped } from "./refresher";

useTestDatabase();

const REASON = "We looked at it together and want to wait for the drill.";

const check = async (scene: GateScene, sha: string | null = null, phase = "alpha", now = new Date()) =>
  checkGate(await scene.open(scene.vera), phase, sha, now);

async function passed(): Promise<GateScene> {
  const scene = await makeGateScene();
  await scene.makeReady();
  await scene.review(scene.ben);
  await scene.decide(scene.mara, { outcome: "GO" });
  return scene;
}

describe("what a pipeline is told", () => {
  it("fails while nobody decided, ready or not", async () => {
    const scene = await makeGateScene();
    expect(await check(scene)).toMatchObject({
      result: "fail",
      reasons: [
        "The gate is not decided.",
        '"Rotate the keys" must be done.',
        expect.any(String),
        expect.any(String),
        expect.any(String),
      ],
    });
    await scene.makeReady();
    expect(await check(scene)).toMatchObject({ result: "fail", reasons: ["The gate is not decided."] });
    await scene.review(scene.ben);
    expect(await check(scene)).toMatchObject({ result: "fail" });
  });

  it("passes after GO, and names until when that holds", async () => {
    const scene = await passed();
    const answer = await check(scene);
    expect(answer).toMatchObject({
      result: "pass",
      reasons: [],
      snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    // the measurement goes stale after 30 days
    expect(answer.validUntil?.slice(0, 10)).toBe(dayFromNow(30));
    expect((await check(scene)).snapshotHash).toBe(answer.snapshotHash);
  });

  it("passes by override only as that", async () => {
    const scene = await makeGateScene();
    await scene.review(scene.ben);
    await scene.decide(scene.ana, {
      outcome: "GO",
      override: { reason: "The customer's contract ends on Friday." },
    });
    expect(await check(scene)).toMatchObject({ result: "pass_override" });
  });

  it("tells of the override also when what held then has lapsed", async () => {
    const scene = await makeGateScene();
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    await scene.review(scene.ben);
    await scene.decide(scene.ana, {
      outcome: "GO",
      override: { reason: "The customer's contract ends on Friday." },
    });
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    expect(await check(scene)).toMatchObject({
      result: "warn",
      reasons: [
        "The gate was passed by override.",
        '"Rotate the keys" has lapsed since the gate was passed.',
      ],
    });
  });

  it("warns while a lapse is in its grace time, and fails after it", async () => {
    const scene = await passed();
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    expect(await check(scene)).toMatchObject({
      result: "warn",
      reasons: ['"Rotate the keys" has lapsed since the gate was passed.'],
    });
    await refreshProjectUnscoped(scene.projectId, new Date());
    const dayAndHour = new Date(Date.now() + 25 * 3_600_000);
    expect(await check(scene, null, "alpha", dayAndHour)).toMatchObject({ result: "fail" });
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    expect(await check(scene)).toMatchObject({ result: "pass" });
  });

  it("is not changed by a new review until that is decided", async () => {
    const scene = await passed();
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    await scene.review(scene.ben);
    expect(await check(scene)).toMatchObject({ result: "warn" });
    await scene.decide(scene.mara, { outcome: "RECYCLE", reason: REASON, recycleTo: "alpha" });
    const { result, reasons } = await check(scene);
    expect([result, reasons[0]]).toEqual(["fail", "The phase was sent back."]);
  });

  it.each([
    ["HOLD", "The gate is on hold."],
    ["STOP", "The phase was stopped."],
  ] as const)("fails after %s", async (outcome, reason) => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome, reason: REASON });
    const { result, reasons } = await check(scene);
    expect([result, reasons[0]]).toEqual(["fail", reason]);
  });

  it("fails for a condition past due", async () => {
    const scene = await makeGateScene();
    await scene.sign(scene.ben);
    await scene.review(scene.ben);
    const conditions = [{ text: "Finish the runbook", ownerId: scene.chidi.memberId, dueOn: dayFromNow(7) }];
    await scene.decide(scene.mara, { outcome: "CONDITIONAL_GO", conditions });
    expect(await check(scene)).toMatchObject({ result: "pass" });
    await db().condition.updateMany({ data: { dueOn: new Date("2026-01-01") } });
    expect(await check(scene)).toMatchObject({ result: "fail" });
  });
});

describe("the hash a pipeline relies on", () => {
  it("may be today's, or the decision's; any other fails", async () => {
    const scene = await passed();
    const { snapshotHash } = await check(scene);
    const decision = await db().decision.findFirstOrThrow({ where: { projectId: scene.projectId } });
    expect(decision.snapshotHash).not.toBe(snapshotHash);
    expect(await check(scene, snapshotHash)).toMatchObject({ result: "pass" });
    expect(await check(scene, decision.snapshotHash.toUpperCase())).toMatchObject({ result: "pass" });
    expect(await check(scene, "f".repeat(64))).toMatchObject({
      result: "fail",
      reasons: [expect.stringContaining("hash")],
    });
  });

  it("is not compared with a commit", async () => {
    expect(await check(await passed(), "9fceb02")).toMatchObject({ result: "pass" });
  });
});

it("knows no phase of this name", async () => {
  const scene = await makeGateScene();
  expect(await refusalOf(check(scene, null, "nowhere"))).toMatchObject({ code: "NOT_FOUND" });
});
