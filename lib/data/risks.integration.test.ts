import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/days";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { acceptRisk, addRisk, editRisk, listRisks } from "./risks";
import { moveThing, setThingArchived } from "./things";

useTestDatabase();

async function scene() {
  const stage = await makeStage(
    plan([planPhase("Alpha")], {
      risks: [{ title: "Vendor goes away", severity: "CRITICAL", mitigation: null }],
    }),
  );
  const access = await stage.open(stage.people.lead, "plan:edit");
  const manager = await stage.open(stage.people.manager, "gate:decide");
  const { id: riskId } = await db().risk.findFirstOrThrow({ where: { projectId: stage.projectId } });
  const blocks = async () =>
    (await getPhasePage(access, "alpha", new Date())).phase.gate.blockers.some(
      ({ type }) => type === "RISK_NOT_ACCEPTED",
    );
  const read = () => db().risk.findUniqueOrThrow({ where: { id: riskId } });
  return { stage, access, manager, riskId, blocks, read };
}

describe("risks", () => {
  it("block the gate until they are mitigated or accepted with a reason", async () => {
    const { stage, access, manager, riskId, blocks, read } = await scene();
    expect(await blocks()).toBe(true);
    await editRisk(access, { id: riskId, version: 1, state: "MITIGATED", mitigation: "A second vendor" });
    expect(await blocks()).toBe(false);
    await editRisk(access, { id: riskId, version: 2, state: "OPEN" });
    expect(await blocks()).toBe(true);
    const accept = { id: riskId, version: 3, reason: "Contract runs to 2030" };
    expect(await acceptRisk(manager, accept)).toEqual({ id: riskId, version: 4 });
    expect(await acceptRisk(manager, accept)).toEqual({ id: riskId, version: 4 });
    expect(await blocks()).toBe(false);
    expect(await read()).toMatchObject({ acceptedById: stage.people.manager.memberId, state: "ACCEPTED" });
    await editRisk(access, { id: riskId, version: 4, state: "OPEN" });
    expect(await read()).toMatchObject({ acceptedById: null, acceptedWhy: null });
    expect(await stage.events()).toEqual(["risk.edited", "risk.edited", "risk.accepted", "risk.edited"]);
  });

  it("are added, archived and restored", async () => {
    const { stage, access, riskId, blocks } = await scene();
    const added = await addRisk(access, { title: "Flood", ownerId: stage.people.member.memberId });
    expect(await db().risk.findUniqueOrThrow({ where: { id: added.id } })).toMatchObject({
      severity: "MEDIUM",
      state: "OPEN",
      position: 2,
    });
    await setThingArchived(access, "risk", riskId, true);
    await setThingArchived(access, "risk", riskId, true);
    expect(await blocks()).toBe(false);
    await setThingArchived(access, "risk", riskId, false);
    await setThingArchived(access, "risk", riskId, false);
    expect(await blocks()).toBe(true);
    expect(await stage.events()).toEqual(["risk.added", "risk.archived", "risk.restored"]);
  });

  it("have a severity that follows from likelihood and impact, and stand open again when they become worse", async () => {
    const { stage, access, manager, riskId, read } = await scene();
    const edit = { id: riskId, version: 1, likelihood: "LOW", impact: "MEDIUM" } as const;
    await editRisk(access, edit);
    expect(await editRisk(access, edit)).toEqual({ id: riskId, version: 2 });
    expect(await read()).toMatchObject({ severity: "LOW", likelihood: "LOW", impact: "MEDIUM" });
    expect(await codeOf(editRisk(access, { id: riskId, version: 2, severity: "HIGH" }))).toBe("INVALID");
    await acceptRisk(manager, { id: riskId, version: 2, reason: "Small" });
    await editRisk(access, { id: riskId, version: 3, mitigation: "A second vendor" });
    expect(await read()).toMatchObject({ state: "ACCEPTED" });
    await editRisk(access, { id: riskId, version: 4, impact: "HIGH" });
    expect(await read()).toMatchObject({
      state: "OPEN",
      severity: "MEDIUM",
      acceptedById: null,
      acceptedWhy: null,
    });
    expect(await stage.lastData()).toMatchObject({
      severity: { from: "LOW", to: "MEDIUM" },
      state: { from: "ACCEPTED", to: "OPEN" },
    });
    const likely = await addRisk(access, { title: "Storm", likelihood: "HIGH", impact: "HIGH" });
    expect((await listRisks(access, new Date())).find(({ id }) => id === likely.id)).toMatchObject({
      severity: "CRITICAL",
      blocks: true,
      acceptance: null,
    });
    const wrong = addRisk(access, { title: "Rain", likelihood: "LOW", impact: "LOW", severity: "HIGH" });
    expect(await codeOf(wrong)).toBe("INVALID");
  });

  it("are accepted until a day, and hold up the gates again from the next", async () => {
    const { access, manager, riskId, blocks } = await scene();
    const today = dayOf(new Date());
    const accept = { id: riskId, version: 1, reason: "Until the new line is dug", until: addDays(today, 7) };
    await acceptRisk(manager, accept);
    expect(await blocks()).toBe(false);
    const at = async (day: string) => (await listRisks(access, new Date(`${day}T12:00:00Z`)))[0];
    expect(await at(addDays(today, 7))).toMatchObject({
      blocks: false,
      acceptance: { by: "Mo", over: false },
    });
    expect(await at(addDays(today, 8))).toMatchObject({ blocks: true, acceptance: { by: "Mo", over: true } });
    const past = { ...accept, version: 2, until: addDays(today, -1) };
    expect(await codeOf(acceptRisk(manager, past))).toBe("INVALID");
  });

  it("are put in order", async () => {
    const { access, riskId } = await scene();
    const { id } = await addRisk(access, { title: "Flood" });
    await moveThing(access, "risk", { id, beforeId: riskId, version: 1 });
    expect((await listRisks(access, new Date())).map(({ title }) => title)).toEqual([
      "Flood",
      "Vendor goes away",
    ]);
  });

  it("guard versions and owners, and lose one of two races", async () => {
    const { stage, access, manager, riskId } = await scene();
    const codes = await codesOf(
      editRisk(access, { id: riskId, version: 1, severity: "LOW" }),
      acceptRisk(manager, { id: riskId, version: 1, reason: "Fine" }),
    );
    expect(codes).toEqual(["CONFLICT", "accepted"]);
    const ownerId = stage.people.outsider.memberId;
    expect(await codeOf(editRisk(access, { id: riskId, version: 2, ownerId }))).toBe("INVALID");
  });

  it("are accepted by a manager only, and not reached from elsewhere", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.lead, "gate:decide"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    const edit = { id: other.riskId, version: 1, title: "x" };
    expect(await codeOf(editRisk(access, edit))).toBe("NOT_FOUND");
  });
});
