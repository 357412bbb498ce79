import { describe, expect, it } from "vitest";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { archivePhase, movePhase, restorePhase } from "./phase-order";
import { addPhase, editPhase } from "./phases";
import { getProjectPage } from "./project-page";

useTestDatabase();

async function scene() {
  const stage = await makeStage(plan([planPhase("Alpha"), planPhase("Beta"), planPhase("Launch")]));
  const access = await stage.open(stage.people.lead, "plan:edit");
  const rail = async () =>
    (await getProjectPage(access, new Date())).phases.map(({ name, status }) => `${name} ${status}`);
  const decide = async (name: string) =>
    db().phase.update({ where: { id: await stage.phase(name) }, data: { status: "PASSED" } });
  const move = async (name: string, before: string | null, version = 1) =>
    movePhase(access, {
      phaseId: await stage.phase(name),
      beforePhaseId: before && (await stage.phase(before)),
      version,
    });
  return { stage, access, rail, decide, move };
}

describe("editPhase", () => {
  it("changes what differs and is told to a second person", async () => {
    const { stage, access } = await scene();
    const phaseId = await stage.phase("Alpha");
    const input = {
      phaseId,
      version: 1,
      goals: ["Find the big holes"],
      minimumScore: 90,
      plannedOn: "2026-12-01",
    };
    expect(await editPhase(access, input)).toEqual({ version: 2 });
    expect(await editPhase(access, input)).toEqual({ version: 2 });
    expect(await stage.events()).toEqual(["phase.edited"]);
    expect(await stage.lastData()).toEqual({
      fields: ["goals", "minimumScore", "plannedOn"],
      minimumScore: { from: 80, to: 90 },
      plannedOn: { from: null, to: "2026-12-01" },
    });
    expect(await codeOf(editPhase(access, { phaseId, version: 1, audience: "All" }))).toBe("CONFLICT");
    const codes = await codesOf(
      editPhase(access, { phaseId, version: 2, name: "One" }),
      editPhase(access, { phaseId, version: 2, name: "Two" }),
    );
    expect(codes).toEqual(["CONFLICT", "accepted"]);
  });

  it("is not for members, strangers, or phases of other projects", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    const phaseId = await other.stage.phase("Alpha");
    expect(await codeOf(editPhase(access, { phaseId, version: 1, name: "Mine" }))).toBe("NOT_FOUND");
    expect(await codeOf(archivePhase(access, phaseId))).toBe("NOT_FOUND");
  });
});

describe("addPhase", () => {
  it("adds a planned phase with one sign-off rule, and a key of its own", async () => {
    const { access, rail } = await scene();
    const added = await addPhase(access, { name: "Überprüfung" });
    expect(added.key).toBe("uberprufung");
    expect((await addPhase(access, { name: "Beta" })).key).toBe("beta-2");
    expect((await addPhase(access, { name: "公開" })).key).toBe("phase");
    expect((await rail()).slice(3)).toEqual(["Überprüfung PLANNED", "Beta PLANNED", "公開 PLANNED"]);
    const rules = await db().signOffRule.findMany({ where: { phaseId: added.id } });
    expect(rules).toMatchObject([{ minimum: 1, minimumRole: "LEAD" }]);
  });

  it("is worked at once in a project without phases, and after the last was passed", async () => {
    const stage = await makeStage(plan([planPhase("Only")]));
    const access = await stage.open(stage.people.lead, "plan:edit");
    await archivePhase(access, await stage.phase("Only"));
    const { id } = await addPhase(access, { name: "Pilot" });
    expect((await db().phase.findUniqueOrThrow({ where: { id } })).status).toBe("ACTIVE");
    await db().phase.update({ where: { id }, data: { status: "PASSED" } });
    await addPhase(access, { name: "Launch" });
    const { phases } = await getProjectPage(access, new Date());
    expect(phases.map(({ status }) => status)).toEqual(["PASSED", "ACTIVE"]);
  });
});

describe("movePhase", () => {
  it("reorders what is not decided, and works the first", async () => {
    const { stage, rail, move } = await scene();
    await move("Launch", "Alpha");
    expect(await rail()).toEqual(["Launch ACTIVE", "Alpha PLANNED", "Beta PLANNED"]);
    await move("Launch", "Alpha");
    expect(await codeOf(move("Launch", null, 1))).toBe("CONFLICT");
    expect(await stage.events()).toEqual(["phase.moved"]);
  });

  it("keeps decided phases in place", async () => {
    const { rail, decide, move } = await scene();
    await decide("Alpha");
    expect(await codeOf(move("Alpha", null))).toBe("RULE");
    expect(await codeOf(move("Launch", "Alpha"))).toBe("RULE");
    await move("Launch", "Beta");
    expect(await rail()).toEqual(["Alpha PASSED", "Launch ACTIVE", "Beta PLANNED"]);
  });
});

describe("archivePhase and restorePhase", () => {
  it("takes a phase away and puts it back in its place", async () => {
    const { stage, access, rail } = await scene();
    const phaseId = await stage.phase("Alpha");
    await archivePhase(access, phaseId);
    await archivePhase(access, phaseId);
    expect(await rail()).toEqual(["Beta ACTIVE", "Launch PLANNED"]);
    await restorePhase(access, phaseId);
    await restorePhase(access, phaseId);
    expect(await rail()).toEqual(["Alpha ACTIVE", "Beta PLANNED", "Launch PLANNED"]);
    expect(await stage.events()).toEqual(["phase.archived", "phase.restored"]);
  });

  it("puts it after what was decided meanwhile", async () => {
    const { stage, access, rail, decide } = await scene();
    const phaseId = await stage.phase("Alpha");
    await archivePhase(access, phaseId);
    await decide("Beta");
    await restorePhase(access, phaseId);
    expect(await rail()).toEqual(["Beta PASSED", "Launch ACTIVE", "Alpha PLANNED"]);
  });

  it("keeps what was decided or is under review", async () => {
    const { stage, access, decide } = await scene();
    await decide("Alpha");
    expect(await codeOf(archivePhase(access, await stage.phase("Alpha")))).toBe("RULE");
    await db().review.create({
      data: {
        projectId: stage.projectId,
        phaseId: await stage.phase("Beta"),
        number: 1,
        requestedById: stage.people.lead.memberId,
        expiresAt: new Date(Date.now() + 86_400_000),
        policy: {},
      },
    });
    expect(await codeOf(archivePhase(access, await stage.phase("Beta")))).toBe("RULE");
    expect(await codeOf(archivePhase(access, await stage.phase("Launch")))).toBe("accepted");
  });
});
