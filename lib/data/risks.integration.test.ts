import { describe, expect, it } from "vitest";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { acceptRisk, addRisk, archiveRisk, editRisk, restoreRisk } from "./risks";

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
    await editRisk(access, { riskId, version: 1, state: "MITIGATED", mitigation: "A second vendor" });
    expect(await blocks()).toBe(false);
    await editRisk(access, { riskId, version: 2, state: "OPEN" });
    expect(await blocks()).toBe(true);
    const accept = { riskId, version: 3, reason: "Contract runs to 2030" };
    expect(await acceptRisk(manager, accept)).toEqual({ version: 4 });
    expect(await acceptRisk(manager, accept)).toEqual({ version: 4 });
    expect(await blocks()).toBe(false);
    expect(await read()).toMatchObject({ acceptedById: stage.people.manager.memberId, state: "ACCEPTED" });
    await editRisk(access, { riskId, version: 4, state: "OPEN" });
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
    await archiveRisk(access, riskId);
    await archiveRisk(access, riskId);
    expect(await blocks()).toBe(false);
    await restoreRisk(access, riskId);
    await restoreRisk(access, riskId);
    expect(await blocks()).toBe(true);
    expect(await stage.events()).toEqual(["risk.added", "risk.archived", "risk.restored"]);
  });

  it("guard versions and owners, and lose one of two races", async () => {
    const { stage, access, manager, riskId } = await scene();
    const codes = await codesOf(
      editRisk(access, { riskId, version: 1, severity: "LOW" }),
      acceptRisk(manager, { riskId, version: 1, reason: "Fine" }),
    );
    expect(codes).toEqual(["CONFLICT", "accepted"]);
    const ownerId = stage.people.outsider.memberId;
    expect(await codeOf(editRisk(access, { riskId, version: 2, ownerId }))).toBe("INVALID");
  });

  it("are accepted by a manager only, and not reached from elsewhere", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.lead, "gate:decide"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    const edit = { riskId: other.riskId, version: 1, title: "x" };
    expect(await codeOf(editRisk(access, edit))).toBe("NOT_FOUND");
  });
});
