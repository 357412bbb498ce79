import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { PlanChange } from "@/lib/plan/merge/diff-plans";
import type { Entity } from "@/lib/plan/merge/entities";
import { mergePlans } from "@/lib/plan/merge/merge-plans";
import type { PlanMerge, Step } from "@/lib/plan/merge/plan-merge";
import { resolveMerge } from "@/lib/plan/merge/resolve-merge";
import type { TakeOverInput, TemplateAnswers } from "@/lib/schemas/templates";
import type { ProjectAccess } from "./access";
import { applyMerge } from "./apply-merge";
import { fixedIn } from "./merge-scene";
import { readPlanIn } from "./plan-export";
import { keepOfTemplateIn, keptOfTemplateIn } from "./template-kept";
import { templatePlansIn } from "./template-origin";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

const movedOn = () =>
  new AppError("CONFLICT", "This change is not in the list any more. Look again at what is left of it.");

/** What a change is about within its thing; null: the thing itself. */
function fieldOf(change: PlanChange): string | null {
  if (change.kind === "edited") return change.field;
  return change.kind === "reordered" ? change.what : null;
}

const isNamed = ({ change }: Step, { noun, kind, key, title, place, field }: TakeOverInput): boolean =>
  change.noun === noun &&
  change.kind === kind &&
  change.key === key &&
  change.title === title &&
  change.place.join("\n") === place.join("\n") &&
  fieldOf(change) === field;

type Part = Pick<PlanMerge, "steps" | "questions">;

/** A merge of nothing but some of its changes and questions. */
function only(merge: PlanMerge, { steps, questions }: Part): PlanMerge {
  const leaving = new Set([
    ...steps.filter(({ change }) => change.kind === "archived").map(({ ours }) => ours),
    ...questions.filter(({ conflict }) => conflict.kind === "gone from the file").map(({ ours }) => ours),
  ]);
  const isLeaving = (entity: Entity | null): boolean =>
    entity !== null && (leaving.has(entity) || isLeaving(entity.parent));
  return { ...merge, gone: new Set([...merge.gone].filter(isLeaving)), steps, questions };
}

/** What the newest version of the template would change in the project, as a transaction sees it. */
async function mergeIn(access: Access, { tx, now }: Write) {
  const { plan: ours, ids, people } = await readPlanIn(access, tx, now);
  const plans = await templatePlansIn(access, tx, ours.title);
  if (!plans) throw movedOn();
  return { ids, people, plans, merge: mergePlans(plans.base, plans.newest, ours) };
}

/** @throws AppError RULE for what this project does not allow */
async function applyPart(
  access: Access,
  write: Write,
  { ids, people, plans, merge }: Awaited<ReturnType<typeof mergeIn>>,
  part: Part,
): Promise<void> {
  const scene = { merge: only(merge, part), ids, people };
  const { fixed } = await fixedIn(access, write.tx, merge, ids);
  const merged = resolveMerge(scene.merge, { each: {}, otherwise: "file" }, fixed);
  const [left] = merged.leftOut;
  if (left) throw new AppError("RULE", `“${left.title}” stays as it is. ${left.why}`);
  await applyMerge(access, write, scene, merged, plans.newest);
}

/**
 * Takes one change of the template over, as a merge of a file would: whatever a plan holds. What belongs into a phase or
 * a section that the project does not have yet brings it along. What was taken over is not in the list any more.
 *
 * @throws AppError CONFLICT for a change that is not in the list; RULE for one that this project does not allow
 */
export const takeOverChange = (access: Access, wish: TakeOverInput): Promise<void> =>
  writeProject(access, async (write) => {
    const scene = await mergeIn(access, write);
    const step = scene.merge.steps.find((each) => isNamed(each, wish));
    if (!step) throw movedOn();
    await applyPart(access, write, scene, { steps: [step], questions: [] });
  });

/**
 * Decides what both the template and the project changed: as the template says it, or as it is in the project, which is
 * kept in mind until the template moves on again; null asks again. All answers at once, or none.
 *
 * @throws AppError CONFLICT for a question that is not asked; RULE for an answer that this project does not allow
 */
export const answerTemplate = (access: Access, { answers }: TemplateAnswers): Promise<void> =>
  writeProject(access, async (write) => {
    const scene = await mergeIn(access, write);
    const { newest } = scene.plans.origin;
    const asked = new Map(scene.merge.questions.map((question) => [question.conflict.id, question]));
    const kept = await keptOfTemplateIn(access, write.tx, newest);
    const settled = new Set(kept);
    const questions: PlanMerge["questions"] = [];
    for (const [id, side] of Object.entries(answers)) {
      const question = asked.get(id);
      if (!question) throw movedOn();
      if (side === "project") settled.add(id);
      else settled.delete(id);
      if (side === "template") questions.push(question);
    }
    if (questions.length > 0) await applyPart(access, write, scene, { steps: [], questions });
    if (settled.size === kept.size && [...settled].every((id) => kept.has(id))) return;
    await keepOfTemplateIn(access, write.tx, newest, settled);
    write.record({
      action: "project.template-answered",
      targetType: "project",
      targetId: access.projectId,
      data: { version: newest, kept: settled.size },
    });
  });
