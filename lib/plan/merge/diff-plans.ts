import type { Plan } from "@/lib/schemas/plan";
import type { FieldValue, Noun } from "./entities";
import type { ThreeValues } from "./merge-field";
import { mergePlans } from "./merge-plans";
import type { PlanMerge } from "./plan-merge";

/** A thing as the project knows it; a new one as the file does. */
export interface Named {
  noun: Noun;
  key: string | null;
  title: string;
  /** titles of what holds it, the outermost first, without the project */
  place: string[];
}

/** What a merge does by itself. */
export type PlanChange = Named &
  (
    | { kind: "added"; fields: Readonly<Record<string, FieldValue>> }
    | { kind: "edited"; field: string; from: FieldValue; to: FieldValue }
    | { kind: "moved"; to: string[] }
    /** what it holds of a noun stands in another order in the file; new things are not among them */
    | { kind: "reordered"; what: Noun; order: Pick<Named, "key" | "title">[] }
    /** gone from the file: archived in the project, with its ticks, evidence and history */
    | { kind: "archived" }
  );

/** What a merge asks about: the file and the project both changed it, and not alike. */
export type PlanConflict = Named & {
  /** names it in an answer; the same as long as the question is the same */
  id: string;
} & (
    | ({ kind: "field"; field: string } & ThreeValues)
    | { kind: "place"; base: string[]; theirs: string[]; ours: string[] }
    /** gone from the file, but changed in the project */
    | { kind: "gone from the file"; changed: string[] }
    /** archived in the project, but changed in the file */
    | { kind: "archived here"; changed: string[] }
  );

export interface PlanDiff {
  changes: PlanChange[];
  conflicts: PlanConflict[];
}

/**
 * What a newer file changes in a project. Three-way: only what the file says otherwise than the last import is a change;
 * what the project says otherwise stays; what both changed is asked about. Things are known again by key and, where they
 * have none, by their words (see matchEntities). Ticks are taken over and never taken away.
 *
 * @param base the project as it stood after the last import
 * @param theirs the file
 * @param ours the project as it stands
 */
export const diffPlans = (base: Plan, theirs: Plan, ours: Plan): PlanDiff =>
  diffOf(mergePlans(base, theirs, ours));

/** The same of a merge that is under way. */
export const diffOf = ({ steps, questions }: PlanMerge): PlanDiff => ({
  changes: steps.map(({ change }) => change),
  conflicts: questions.map(({ conflict }) => conflict),
});

const nameOf = ({ noun, key, title }: Named, field: string): string =>
  JSON.stringify([noun, key, title, field]);

/** What the project changed since the last import and the file did not: it stays. */
export function changesOfProject(base: Plan, ours: Plan, { questions }: PlanMerge): PlanChange[] {
  const asked = new Set(
    questions.map(({ conflict }) => nameOf(conflict, conflict.kind === "field" ? conflict.field : "")),
  );
  const { steps, questions: ticks } = mergePlans(base, ours, base);
  // A tick that was taken back is a question there, and a change of the project here.
  const undone = ticks.flatMap(({ conflict }): PlanChange[] => {
    if (conflict.kind !== "field") return [];
    const { id: _, kind, base: before, theirs, ours: now, ...rest } = conflict;
    return [{ ...rest, kind: "edited", from: now, to: theirs }];
  });
  return [...steps.map(({ change }) => change), ...undone].filter(
    (change) => !asked.has(nameOf(change, change.kind === "edited" ? change.field : "")),
  );
}
