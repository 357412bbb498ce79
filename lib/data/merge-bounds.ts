import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ResolvedMerge } from "@/lib/plan/merge/merged";
import type { MergeSceneIn } from "./merge-scene";
import { LIMITS } from "./project-insert";

/** @throws AppError TOO_LARGE for more than a project holds */
export function refuseTooMuch(merged: ResolvedMerge, { merge }: Pick<MergeSceneIn, "merge">): void {
  for (const [name, noun] of [
    ["phases", "phase"],
    ["sections", "section"],
    ["items", "item"],
    ["criteria", "criterion"],
  ] as const) {
    const isOne = (entity: { noun: string }) => entity.noun === noun;
    const count = merge.ours.filter(isOne).length + merged.added.filter(isOne).length;
    if (merged.added.some(isOne) && count > LIMITS[name])
      throw new AppError(
        "TOO_LARGE",
        `With this file the project would have ${count} ${name}; it holds ${LIMITS[name]} at most.`,
      );
  }
}

/** A target and its comparator come from the same side. @throws AppError INVALID */
export function refuseHalfTargets(merged: ResolvedMerge): void {
  for (const [entity, fields] of merged.edited) {
    if (entity.noun !== "criterion" || !(fields.has("comparator") || fields.has("target"))) continue;
    const value = (name: string) => (fields.has(name) ? fields.get(name)?.to : entity.fields[name]) ?? null;
    const isHalf = (value("comparator") === null) !== (value("target") === null);
    const wasHalf = (entity.fields.comparator === null) !== (entity.fields.target === null);
    if (isHalf && !wasHalf)
      throw new AppError(
        "INVALID",
        `“${entity.title}” would have a target without a comparator, or the other way round. Follow the same side for both.`,
      );
  }
}
