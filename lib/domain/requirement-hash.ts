import { hashOf } from "./canonical-hash";
import type { CriterionSnapshot, ItemSnapshot } from "./snapshot";

/**
 * Hash of what a requirement asks for (design 2.3): title or text, "how we know", level, comparator, target, unit,
 * window and minimum sample. Details, assignees, due date, area, sub-items and state are left out, so a change of those
 * asks nobody to sign again.
 */
export function requirementHash(requirement: ItemSnapshot | CriterionSnapshot): string {
  if ("title" in requirement) {
    const { title, acceptance, level } = requirement;
    return hashOf({ kind: "item", title, acceptance, level });
  }
  const { text, level, comparator, target, unit, window, windowHours, minimumSample } = requirement;
  return hashOf({
    kind: "criterion",
    text,
    level,
    comparator,
    target,
    unit,
    window,
    windowHours,
    minimumSample,
  });
}
