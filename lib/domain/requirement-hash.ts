import { hashOf } from "./canonical-hash";
import type { CriterionSnapshot, ItemSnapshot } from "./snapshot";

/** A snapshot is never changed, and one page asks for the same hashes several times. */
const known = new WeakMap<ItemSnapshot | CriterionSnapshot, string>();

/**
 * Hash of what a requirement asks for (design 2.3): title or text, "how we know", level, comparator, target, unit,
 * window and minimum sample. Details, assignees, due date, area, sub-items and state are left out, so a change of those
 * asks nobody to sign again.
 */
export function requirementHash(requirement: ItemSnapshot | CriterionSnapshot): string {
  const hash = known.get(requirement) ?? hashOf(definitionOf(requirement));
  known.set(requirement, hash);
  return hash;
}

function definitionOf(requirement: ItemSnapshot | CriterionSnapshot) {
  if ("title" in requirement) {
    const { title, acceptance, level } = requirement;
    return { kind: "item", title, acceptance, level };
  }
  const { text, level, comparator, target, unit, window, windowHours, minimumSample } = requirement;
  return { kind: "criterion", text, level, comparator, target, unit, window, windowHours, minimumSample };
}
