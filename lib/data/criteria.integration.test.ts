import { describe, expect, it } from "vitest";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addCriterion, archiveCriterion, editCriterion, moveCriterion, restoreCriterion } from "./criteria";
import { getPhasePage } from "./phase-page";

useTestDatabase();

const TESTS = "95% of tests pass";

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.lead, "plan:edit");
  const texts = async () =>
    (await getPhasePage(access, "alpha", new Date())).phase.criteria.map(({ text }) => text);
  return { stage, access, texts, criterionId: await stage.criterion(TESTS) };
}

describe("criteria", () => {
  it("are added to a phase or the project, edited, moved, archived and restored", async () => {
    const { stage, access, texts, criterionId } = await scene();
    const phaseId = await stage.phase("Alpha");
    const added = await addCriterion(access, {
      phaseId,
      text: "99.9% uptime",
      comparator: ">=",
      target: 99.9,
      unit: "%",
      area: "Monitoring",
    });
    expect(added).toMatchObject({ key: "99-9-uptime", version: 1 });
    const whole = await addCriterion(access, { phaseId: null, text: "Customers are happy" });
    expect(await db().criterion.findUniqueOrThrow({ where: { id: whole.id } })).toMatchObject({
      phaseId: null,
      comparator: null,
      maximumAgeDays: 30,
      level: "MUST",
    });
    const move = { criterionId: added.id, beforeCriterionId: criterionId, version: 1 };
    expect(await moveCriterion(access, move)).toEqual({ version: 2 });
    expect(await moveCriterion(access, move)).toEqual({ version: 2 });
    expect(await texts()).toEqual(["99.9% uptime", TESTS]);
    await archiveCriterion(access, added.id);
    await archiveCriterion(access, added.id);
    expect(await texts()).toEqual([TESTS]);
    await restoreCriterion(access, added.id);
    await restoreCriterion(access, added.id);
    expect(await texts()).toEqual(["99.9% uptime", TESTS]);
    expect(await stage.events()).toEqual([
      "criterion.added",
      "criterion.added",
      "criterion.moved",
      "criterion.archived",
      "criterion.restored",
    ]);
  });

  it("tell what changed, guard versions, and repeat without a trace", async () => {
    const { stage, access, criterionId } = await scene();
    const input = { criterionId, version: 1, target: 97, maximumAgeDays: 7 };
    expect(await editCriterion(access, input)).toEqual({ version: 2 });
    expect(await editCriterion(access, input)).toEqual({ version: 2 });
    expect(await stage.lastData()).toEqual({
      fields: ["maximumAgeDays", "target"],
      target: { from: 95, to: 97 },
      maximumAgeDays: { from: 30, to: 7 },
    });
    const refused = editCriterion(access, { criterionId, version: 1, text: "Else" });
    await expect(refused).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { target: 97, version: 2, text: TESTS } },
    });
    const codes = await codesOf(
      editCriterion(access, { criterionId, version: 2, target: 98 }),
      editCriterion(access, { criterionId, version: 2, target: 99 }),
    );
    expect(codes).toEqual(["CONFLICT", "accepted"]);
    expect(await stage.events()).toEqual(["criterion.edited", "criterion.edited"]);
  });

  it("never have a target without a comparator", async () => {
    const { access, criterionId } = await scene();
    expect(await codeOf(editCriterion(access, { criterionId, version: 1, target: null }))).toBe("INVALID");
    expect(await codeOf(editCriterion(access, { criterionId, version: 1, comparator: null }))).toBe(
      "INVALID",
    );
    expect(await editCriterion(access, { criterionId, version: 1, comparator: ">" })).toEqual({ version: 2 });
    const attested = { criterionId, version: 2, comparator: null, target: null };
    expect(await codeOf(editCriterion(access, attested))).toBe("accepted");
  });

  it("are not reached by lesser roles, strangers or from other projects", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    const phaseId = await other.stage.phase("Alpha");
    expect(await codeOf(addCriterion(access, { phaseId, text: "x" }))).toBe("NOT_FOUND");
    const { criterionId } = other;
    expect(await codeOf(editCriterion(access, { criterionId, version: 1, text: "x" }))).toBe("NOT_FOUND");
    expect(await codeOf(archiveCriterion(access, criterionId))).toBe("NOT_FOUND");
    expect(await codeOf(restoreCriterion(access, NOBODY))).toBe("NOT_FOUND");
  });
});
