import type { Hanging } from "@/lib/domain/plan-merges";
import type { Named, PlanChange, PlanDiff } from "./diff-plans";
import type { Entity, FieldValue, Noun } from "./entities";

/** Who is followed where the file and the project both changed something. */
export type Side = "file" | "project";

export interface Answers {
  /** by the conflict's id */
  each: Readonly<Record<string, Side>>;
  /** for the conflicts that are not named; null: they stay open */
  otherwise: Side | null;
}

/** Something the file asks for that is not done, and why: one sentence. */
export interface LeftOut extends Named {
  why: string;
}

/** Something a merge would archive, and what hangs on it. */
export interface Removal extends Named {
  hanging: Hanging;
}

/** What a person looks at before a merge. */
export interface MergePreview extends PlanDiff {
  /** what only the project changed since the last import; it stays */
  kept: PlanChange[];
  removals: Removal[];
  leftOut: LeftOut[];
  /** one sentence each */
  notes: string[];
  /** names what was looked at; a merge that hands it back is refused when something changed since */
  preview: string;
}

export interface FieldChange {
  from: FieldValue;
  to: FieldValue;
}

/** Children of one thing in their new order; things of the project, or of the file where they are new. */
export interface NewOrder {
  holder: Entity;
  what: Noun;
  order: Entity[];
  /** the file has another order of what was there before */
  isReordered: boolean;
}

/** What a merge does once its questions are answered; things of the project, or of the file where they are new. */
export interface ResolvedMerge {
  /** what holds others comes before them */
  added: Entity[];
  edited: Map<Entity, Map<string, FieldChange>>;
  /** to what holds them now */
  moved: Map<Entity, Entity>;
  /** with what they hold */
  archived: Entity[];
  orders: NewOrder[];
  leftOut: LeftOut[];
  /** ids of conflicts nobody answered */
  open: string[];
}

/** What is not the file's to change, and why: one sentence; null where it is. */
export interface Fixed {
  /** the project's thing cannot be archived */
  stays(entity: Entity): string | null;
  /** it comes before its siblings, in the order they have */
  leads(entity: Entity): string | null;
}

export const NOTHING_FIXED: Fixed = { stays: () => null, leads: () => null };
