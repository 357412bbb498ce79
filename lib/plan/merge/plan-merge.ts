import type { Named, PlanChange, PlanConflict } from "./diff-plans";
import type { Entity } from "./entities";
import type { Matches } from "./match-plans";

/** A change of a merge, with the things it is about. */
export interface Step {
  change: PlanChange;
  /** the project's thing; null: it is new there */
  ours: Entity | null;
  /** the file's thing; null: it is gone from it */
  theirs: Entity | null;
  /** reordered: the project's things in their new order */
  order?: Entity[];
}

/** A conflict of a merge, with the things it is about. */
export interface Question {
  conflict: PlanConflict;
  ours: Entity | null;
  theirs: Entity | null;
}

/** A merge before anybody answered its questions. */
export interface PlanMerge {
  ours: readonly Entity[];
  theirs: readonly Entity[];
  /** the file's things -> the project's */
  known: Matches;
  /** the project's things that the last import had and the file has no more */
  gone: ReadonlySet<Entity>;
  steps: Step[];
  questions: Question[];
}

export function placeOf({ parent }: Entity): string[] {
  return parent === null || parent.parent === null ? [] : [...placeOf(parent), parent.title];
}

export const named = (entity: Entity): Named => ({
  noun: entity.noun,
  key: entity.key,
  title: entity.title,
  place: placeOf(entity),
});
