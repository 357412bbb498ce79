import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { PlanChange } from "@/lib/plan/merge/diff-plans";
import type { Entity } from "@/lib/plan/merge/entities";
import { mergePlans } from "@/lib/plan/merge/merge-plans";
import type { PlanMerge, Step } from "@/lib/plan/merge/plan-merge";
import { resolveMerge } from "@/lib/plan/merge/resolve-merge";
import type { TakeOverInput } from "@/lib/schemas/templates";
import type { ProjectAccess } from "./access";
import { applyMerge } from "./apply-merge";
import { fixedIn } from "./merge-scene";
import { readPlanIn } from "./plan-export";
import { templatePlansIn } from "./template-origin";
import { writeProject } from "./write";

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

/** A merge of nothing but one of its changes. */
function only(merge: PlanMerge, step: Step): PlanMerge {
  const isPart = (entity: Entity | null): boolean =>
    entity !== null && (entity === step.ours || isPart(entity.parent));
  const gone = step.change.kind === "archived" ? [...merge.gone].filter(isPart) : [];
  return { ...merge, gone: new Set(gone), steps: [step], questions: [] };
}

/**
 * Takes one change of the template over, as a merge of a file would: whatever a plan holds. What belongs into a phase or
 * a section that the project does not have yet brings it along. What was taken over is not in the list any more.
 *
 * @throws AppError CONFLICT for a change that is not in the list; RULE for one that this project does not allow
 */
export const takeOverChange = (access: Access, wish: TakeOverInput): Promise<void> =>
  writeProject(access, async (write) => {
    const { tx, now } = write;
    const { plan: ours, ids } = await readPlanIn(access, tx, now);
    const plans = await templatePlansIn(access, tx, ours.title);
    const merge = plans && mergePlans(plans.base, plans.newest, ours);
    const step = merge?.steps.find((each) => isNamed(each, wish));
    if (!merge || !step) throw movedOn();
    const scene = { merge: only(merge, step), ids };
    const { fixed } = await fixedIn(access, tx, merge, ids);
    const merged = resolveMerge(scene.merge, { each: {}, otherwise: null }, fixed);
    const [left] = merged.leftOut;
    if (left) throw new AppError("RULE", `“${left.title}” stays as it is. ${left.why}`);
    await applyMerge(access, write, scene, merged, plans.newest);
  });
