import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { dayFromNow, type GateScene, makeGateScene } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject } from "./access";
import { undoMerge } from "./merge-undo";
import { getPhasePage } from "./phase-page";
import { comparePlan } from "./plan-differences";
import { exportPlan } from "./plan-export";
import { mergePlanFile } from "./plan-merges";

useTestDatabase();

const bytes = (plan: Plan) => new TextEncoder().encode(JSON.stringify(plan));

async function merging(scene: GateScene) {
  const access = await openProject(scene.ben, { projectId: scene.projectId }, "plan:edit");
  return {
    access,
    /** the project's own file with a change in it */
    file: async (change: (plan: Plan) => void) => {
      const plan = structuredClone(await exportPlan(access, new Date()));
      change(plan);
      return bytes(plan);
    },
    merge: (content: Uint8Array) =>
      mergePlanFile(access, { content, answers: { each: {}, otherwise: "file" }, preview: null }),
    signOffs: async () => {
      const { phase } = await getPhasePage(await scene.open(scene.vera), "alpha", new Date());
      return phase.rules.flatMap(({ signOffs }) => signOffs.map(({ state }) => state));
    },
  };
}

describe("a merge of a file and the gates", () => {
  it("makes a signature stale as an edit by hand does, and valid again when it is undone", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    const { access, file, merge, signOffs } = await merging(scene);
    expect(await signOffs()).toEqual(["VALID"]);
    const reworded = await file((plan) => {
      const item = plan.phases[0]?.sections[0]?.items[0];
      if (item) item.title = "Rotate every key";
    });
    const { id } = await merge(reworded);
    expect(await signOffs()).toEqual(["STALE"]);
    await undoMerge(access, { mergeId: id ?? "" });
    expect(await signOffs()).toEqual(["VALID"]);
  });

  it("leaves a phase under review where it is, and says so before", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    const { access, file, merge } = await merging(scene);
    const without = await file((plan) => {
      plan.phases.splice(0, 1);
      plan.phases.reverse();
    });
    const { leftOut, removals } = await comparePlan(access, without, new Date());
    expect(removals).toEqual([]);
    expect(leftOut).toMatchObject([
      { noun: "phase", title: "Alpha", why: expect.stringContaining("under review") },
    ]);
    expect(await merge(without)).toMatchObject({ leftOut: [{ title: "Alpha" }] });
    const { phases } = await exportPlan(access, new Date());
    expect(phases.map(({ name }) => name)).toEqual(["Alpha", "Launch", "Beta"]);
    const rules = await file((plan) => plan.phases[0]?.signOffRules.push({ name: "Security", minimum: 1 }));
    expect((await comparePlan(access, rules, new Date())).notes).toEqual([
      expect.stringContaining("The gate of Alpha is under review with the sign-off rules"),
    ]);
  });

  it("keeps decided phases first, and the conditions of their gates in the plan", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    const condition = { text: "Fix the flaky alert", ownerId: scene.chidi.memberId, dueOn: dayFromNow(7) };
    await scene.decide(scene.mara, { outcome: "CONDITIONAL_GO", conditions: [condition] });
    const { access, file, merge } = await merging(scene);
    const before = await exportPlan(access, new Date());
    const turned = await file((plan) => {
      plan.phases.reverse();
      for (const { sections } of plan.phases)
        for (const section of sections)
          section.items = section.items.filter(({ title }) => title !== condition.text);
      for (const phase of plan.phases)
        phase.sections = phase.sections.filter(({ items }) => items.length > 0);
    });
    const { leftOut, id } = await merge(turned);
    expect(leftOut.map(({ noun, why }) => [noun, why.slice(0, 20)])).toEqual(
      expect.arrayContaining([
        ["item", "It is a condition of"],
        ["phase", "Its gate was decided"],
      ]),
    );
    const after = await exportPlan(access, new Date());
    expect(after.phases.map(({ name }) => name)).toEqual(["Alpha", "Launch", "Beta"]);
    expect(JSON.stringify(after)).toContain(condition.text);
    expect(await scene.statuses()).toEqual(["PASSED", "ACTIVE", "PLANNED"]);
    await undoMerge(access, { mergeId: id ?? "" });
    expect(await exportPlan(access, new Date())).toEqual(before);
    expect(await scene.statuses()).toEqual(["PASSED", "ACTIVE", "PLANNED"]);
  });
});
