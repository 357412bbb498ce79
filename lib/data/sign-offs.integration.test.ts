import { describe, expect, it } from "vitest";
import { makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { withdrawSignOff } from "./sign-offs";

useTestDatabase();

const alpha = async (scene: Awaited<ReturnType<typeof makeGateScene>>) =>
  (await getPhasePage(await scene.open(scene.ana), "alpha", new Date())).phase;

describe("signing off", () => {
  it("stores what the signer saw, and counts", async () => {
    const scene = await makeGateScene();
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    const signed = await scene.sign(scene.ben);
    expect(signed).toMatchObject({
      rule: "Engineering",
      by: "Ben",
      state: "VALID",
      changed: true,
      comment: null,
    });
    const row = await db().signOff.findUniqueOrThrow({ where: { id: signed.id } });
    expect(row.seen).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: "Rotate the keys", satisfied: true })]),
    );
    expect((await alpha(scene)).rules[0]).toMatchObject({ approvals: 1, fulfilled: true });
    expect(await scene.eventsOf("sign-off.signed")).toHaveLength(1);
  });

  it("is found by the rule's name in any case, or by its id", async () => {
    const scene = await makeGateScene();
    expect((await scene.sign(scene.ben, "alpha", { rule: "engineering" })).changed).toBe(true);
    expect((await scene.sign(scene.mara, "alpha", { rule: scene.ruleId("Alpha") })).changed).toBe(true);
    expect(await refusalOf(scene.sign(scene.ben, "alpha", { rule: "Legal" }))).toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining('"Engineering"'),
    });
  });

  it("changes nothing when repeated while it is valid", async () => {
    const scene = await makeGateScene();
    const first = await scene.sign(scene.ben);
    const second = await scene.sign(scene.ben);
    expect(second).toMatchObject({ id: first.id, changed: false });
    expect(await scene.eventsOf("sign-off.signed")).toHaveLength(1);
    expect(await db().signOff.count({ where: { projectId: scene.projectId } })).toBe(1);
  });

  it("changes nothing twice when sent twice at once", async () => {
    const scene = await makeGateScene();
    const both = await Promise.all([scene.sign(scene.ben), scene.sign(scene.ben)]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await scene.eventsOf("sign-off.signed")).toHaveLength(1);
  });

  it("goes stale when something satisfied is reopened, and is renewed by signing again", async () => {
    const scene = await makeGateScene();
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    const first = await scene.sign(scene.ben);
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    expect((await alpha(scene)).rules[0]?.signOffs[0]).toMatchObject({
      state: "STALE",
      changes: [{ title: "Rotate the keys", change: "no longer satisfied" }],
    });
    const second = await scene.sign(scene.ben);
    expect(second.changed).toBe(true);
    expect(second.id).not.toBe(first.id);
    expect((await alpha(scene)).rules[0]).toMatchObject({ fulfilled: true, signOffs: [{ id: second.id }] });
    expect(await db().signOff.count({ where: { projectId: scene.projectId } })).toBe(2);
  });

  it("is not disturbed by what only got better", async () => {
    const scene = await makeGateScene();
    await scene.sign(scene.ben);
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    expect((await alpha(scene)).rules[0]?.signOffs[0]).toMatchObject({ state: "VALID" });
  });

  it("refuses a refusal without a comment, and blocks by one with", async () => {
    const scene = await makeGateScene();
    expect(await refusalOf(scene.sign(scene.ben, "alpha", { decision: "REFUSED" }))).toMatchObject({
      code: "INVALID",
      fields: { comment: [expect.any(String)] },
    });
    const refused = await scene.sign(scene.ben, "alpha", {
      decision: "REFUSED",
      comment: "No rollback drill.",
    });
    expect(refused).toMatchObject({ state: "REFUSED", changed: true });
    const again = await scene.sign(scene.ben, "alpha", {
      decision: "REFUSED",
      comment: "No rollback drill.",
    });
    expect(again.changed).toBe(false);
    expect((await alpha(scene)).gate.blockers.map(({ type }) => type)).toContain("SIGN_OFF_REFUSED");
    await scene.sign(scene.ben);
    expect((await alpha(scene)).rules[0]).toMatchObject({ fulfilled: true });
  });

  it("lets nobody sign whom the rule does not allow", async () => {
    const scene = await makeGateScene();
    expect(await refusalOf(scene.sign(scene.chidi))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(scene.sign(scene.vera))).toMatchObject({ code: "FORBIDDEN" });
    const stranger = (await makeMember((await makeWorkspace()).id, "ADMIN", "Zoe")).actor;
    expect(await refusalOf(scene.sign(stranger))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(scene.sign(scene.ben, "gamma"))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("counts a person under one rule", async () => {
    const scene = await makeGateScene();
    await scene.addRule(scene.ben, {
      phaseId: scene.phaseId("Alpha"),
      name: "Security",
      minimum: 1,
      minimumRole: "LEAD",
      memberIds: [],
    });
    await scene.sign(scene.ben);
    expect(await refusalOf(scene.sign(scene.ben, "alpha", { rule: "Security" }))).toMatchObject({
      code: "RULE",
    });
    expect((await scene.sign(scene.mara, "alpha", { rule: "Security" })).changed).toBe(true);
  });
});

describe("withdrawing a sign-off", () => {
  const withdraw = async (
    scene: Awaited<ReturnType<typeof makeGateScene>>,
    actor = scene.ben,
    signOffId = "",
  ) =>
    withdrawSignOff(await openProject(actor, { projectId: scene.projectId }, "gate:sign"), {
      signOffId,
      reason: "I looked at the wrong build.",
    });

  it("takes it back once, and only one's own", async () => {
    const scene = await makeGateScene();
    const { id } = await scene.sign(scene.ben);
    expect(await refusalOf(withdraw(scene, scene.mara, id))).toMatchObject({ code: "FORBIDDEN" });
    expect(await withdraw(scene, scene.ben, id)).toEqual({ id, changed: true });
    expect(await withdraw(scene, scene.ben, id)).toEqual({ id, changed: false });
    expect(await scene.eventsOf("sign-off.withdrawn")).toHaveLength(1);
    expect((await alpha(scene)).rules[0]).toMatchObject({ fulfilled: false, approvals: 0 });
    expect((await scene.sign(scene.ben)).changed).toBe(true);
  });

  it("does not bring an older one back", async () => {
    const scene = await makeGateScene();
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    const first = await scene.sign(scene.ben);
    await scene.set(scene.chidi, "Rotate the keys", "OPEN");
    const second = await scene.sign(scene.ben);
    expect(await refusalOf(withdraw(scene, scene.ben, first.id))).toMatchObject({ code: "RULE" });
    await withdraw(scene, scene.ben, second.id);
    expect((await alpha(scene)).rules[0]).toMatchObject({ approvals: 0 });
  });

  it("knows no sign-off of another project", async () => {
    const [scene, other] = [await makeGateScene(), await makeGateScene()];
    const { id } = await other.sign(other.ben);
    expect(await refusalOf(withdraw(scene, scene.ben, id))).toMatchObject({ code: "NOT_FOUND" });
  });
});
