import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/days";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { editRollback, getRollback, recordRehearsal } from "./rollback";

useTestDatabase();

const TODAY = dayOf(new Date());

async function scene() {
  const stage = await makeStage(
    plan([planPhase("Alpha", [], { rollback: ["Switch the flag off"] }), planPhase("Beta")]),
  );
  const lead = await stage.open(stage.people.lead, "plan:edit");
  const member = await stage.open(stage.people.member, "item:work");
  const worked = { rehearsedOn: addDays(TODAY, -1), outcome: "WORKED" as const, note: "Four minutes" };
  return { stage, lead, member, worked };
}

describe("a rollback plan", () => {
  it("is edited by its own action, once, and stands changed since its rehearsal", async () => {
    const { stage, lead, member, worked } = await scene();
    expect(await getRollback(member, "alpha")).toMatchObject({
      triggers: [],
      steps: ["Switch the flag off"],
      standing: "NEVER_REHEARSED",
      rehearsals: [],
    });
    await recordRehearsal(member, "alpha", worked);
    expect((await getRollback(member, "alpha")).standing).toBe("REHEARSED");
    const edit = { version: 1, triggers: ["Errors over 5%"], steps: ["Switch the flag off", "Tell support"] };
    expect(await editRollback(lead, "alpha", edit)).toEqual({ version: 2 });
    expect(await editRollback(lead, "alpha", edit)).toEqual({ version: 2 });
    expect(await getRollback(member, await stage.phase("Alpha"))).toMatchObject({
      ...edit,
      version: 2,
      standing: "CHANGED_SINCE",
    });
    expect(await stage.lastData()).toEqual({ fields: ["steps", "triggers"] });
    expect(await stage.events()).toEqual(["rollback.rehearsed", "rollback.edited"]);
  });

  it("tells its newest rehearsal, whichever was recorded last", async () => {
    const { member, worked } = await scene();
    const first = await recordRehearsal(member, "alpha", worked);
    expect(await recordRehearsal(member, "alpha", worked)).toEqual(first);
    await recordRehearsal(member, "alpha", { rehearsedOn: "2026-01-01", outcome: "FAILED", note: null });
    const { standing, rehearsals } = await getRollback(member, "alpha");
    expect(standing).toBe("REHEARSED");
    expect(rehearsals).toMatchObject([
      { rehearsedOn: worked.rehearsedOn, outcome: "WORKED", note: "Four minutes", by: "Ben" },
      { rehearsedOn: "2026-01-01", outcome: "FAILED", note: null },
    ]);
  });

  it("is not rehearsed without steps or on a day to come", async () => {
    const { member, worked } = await scene();
    expect(await codeOf(recordRehearsal(member, "beta", worked))).toBe("RULE");
    const future = { ...worked, rehearsedOn: addDays(TODAY, 2) };
    expect(await codeOf(recordRehearsal(member, "alpha", future))).toBe("RULE");
  });

  it("guards versions and roles, and is not reached from elsewhere", async () => {
    const { stage, lead, member, worked } = await scene();
    const other = await scene();
    const twice = await codesOf(
      editRollback(lead, "alpha", { version: 1, steps: ["One"] }),
      editRollback(lead, "alpha", { version: 1, steps: ["Two"] }),
    );
    expect(twice).toEqual(["CONFLICT", "accepted"]);
    for (const phase of [await other.stage.phase("Alpha"), "gamma", "al\0pha\0x", ""]) {
      expect(await codeOf(editRollback(lead, phase, { version: null, steps: [] }))).toBe("NOT_FOUND");
      expect(await codeOf(recordRehearsal(member, phase, worked))).toBe("NOT_FOUND");
      expect(await codeOf(getRollback(member, phase))).toBe("NOT_FOUND");
    }
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
  });
});
