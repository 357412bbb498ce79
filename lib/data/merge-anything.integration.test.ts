import fc from "fast-check";
import { expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { ITEM_STATES } from "@/lib/domain/words";
import { grantedState } from "@/lib/plan/merge/merge-field";
import { canonicalPlan } from "@/lib/plan/plan-file/canonical-plan";
import type { Plan } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { anyEdits, editedPlan } from "@/prisma/factories/edited-plan";
import { makeProject } from "@/prisma/factories/project";
import { FUZZ, runs } from "@/prisma/factories/runs";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import { verifyAudit } from "./audit-verify";
import { undoMerge } from "./merge-undo";
import { exportPlan } from "./plan-export";
import { mergePlanFile } from "./plan-merges";

useTestDatabase();

const input = (plan: Plan) => ({
  content: new TextEncoder().encode(JSON.stringify(plan)),
  answers: { each: {}, otherwise: "file" as const },
  preview: null,
});

/** What both can say: the database has no states a file cannot give, and no columns that are called the same. */
const plain = (given: Plan): Plan => {
  const plan = canonicalPlan(given);
  return canonicalPlan({
    ...plan,
    environments: plan.environments && {
      ...plan.environments,
      columns: plan.environments.columns.map((name, at) => `${name} ${at}`),
    },
  });
};

it("merges any plan into any other as the file says, and takes it back", {
  timeout: FUZZ + 240_000,
}, async () => {
  const stage = await makeStage();
  await fc.assert(
    fc.asyncProperty(anyPlan, anyEdits, async (given, edits) => {
      const base = plain(given);
      if (base.phases.length === 0) return;
      const { projectId } = await makeProject(stage.people.admin, base);
      const access = await openProject(stage.people.lead, { projectId }, "plan:edit");
      const before = await exportPlan(access, new Date());
      const theirs = editedPlan(before, edits, "the file");
      const merged = await mergePlanFile(access, input(theirs)).catch((error: unknown) => {
        // Edits that leave nothing of the plan make another plan of it.
        if (error instanceof AppError && /not a newer version/.test(error.message)) return null;
        throw error;
      });
      if (!merged) return;
      const { id } = merged;
      const after = await exportPlan(access, new Date());
      expect(essence(after)).toEqual(essence(canonicalPlan(theirs)));
      expect((await mergePlanFile(access, input(theirs))).id).toBeNull();
      if (id) await undoMerge(access, { mergeId: id });
      expect(await exportPlan(access, new Date())).toEqual(before);
    }),
    runs(12),
  );
  expect(await verifyAudit(openWorkspace(stage.people.admin, "workspace:administer"))).toMatchObject({
    ok: true,
  });
});

/** A plan without what is called otherwise, or judged, in the project; upper and lower case are the same area. */
function essence(plan: Plan): unknown {
  const text = JSON.stringify(plan, (name, value: unknown) => {
    if (name === "key" || name === "checked") return undefined;
    if (name === "area") return typeof value === "string" ? value.toLowerCase() : null;
    if (name === "severity") return value ?? "MEDIUM";
    if (name === "signOffRules") return Array.isArray(value) && value.length === 0 ? DEFAULT_RULES : value;
    if (name === "environments") return isEmptyMatrix(value) ? null : value;
    return name === "state" ? grantedState(ITEM_STATES.find((state) => state === value) ?? "OPEN") : value;
  });
  return JSON.parse(text);
}

const DEFAULT_RULES = [{ name: "Approval", minimum: 1 }];
const isEmptyMatrix = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "columns" in value && JSON.stringify(value.columns) === "[]";
