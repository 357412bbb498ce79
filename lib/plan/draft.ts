import type { ReadAs } from "@/lib/domain/plan-corrections";
import type { RiskSeverity } from "@/lib/domain/words";
import { type Plan, type PlanCriterion, type PlanItem, type PlanPhase, TEXT_MAX } from "@/lib/schemas/plan";
import { ItemKeys } from "./item-keys";
import type { LevelMark } from "./level";
import type { LevelWords } from "./level-words";
import type { Definitions } from "./links";
import { fitTitle } from "./plain-text";
import type { Reading } from "./reading";

/** A phase while the document is being read. */
export interface PhaseDraft {
  name: string;
  /** where it is named; null: nowhere */
  line: number | null;
  goals: string[];
  scope: string[];
  sections: Map<string, PlanItem[]>;
  criteria: PlanCriterion[];
  signOffRules: { name: string; minimum: number }[];
  rollback: string[];
  /** what sets the rollback off */
  triggers: string[];
}

/** A phase with nothing in it yet. */
export function emptyPhase(name: string, line: number | null = null): PhaseDraft {
  return {
    name,
    line,
    goals: [],
    scope: [],
    sections: new Map(),
    criteria: [],
    signOffRules: [],
    rollback: [],
    triggers: [],
  };
}

/** Everything gathered from one document so far. */
export interface Draft {
  readonly lines: readonly string[];
  readonly reading: Reading;
  readonly keys: ItemKeys;
  readonly levels: LevelWords;
  readonly definitions: Definitions;
  phases: PhaseDraft[];
  /** what stands outside every phase */
  outside: PhaseDraft;
  environments: NonNullable<Plan["environments"]> | null;
  secrets: Plan["secrets"];
  risks: Plan["risks"];
  notes: Plan["notes"];
  /** whether the document has real boxes; then emoji and plain bullets are not taken for items */
  readonly hasBoxes: boolean;
  readonly hasPhases: boolean;
  /** whether emoji in front of bullets are its boxes: some say done, some say open, or the whole is a report of what was done */
  readonly signsAreBoxes: boolean;
}

export function makeDraft(
  given: Pick<
    Draft,
    "lines" | "reading" | "levels" | "definitions" | "hasBoxes" | "hasPhases" | "signsAreBoxes"
  >,
): Draft {
  return {
    ...given,
    keys: new ItemKeys(),
    phases: [],
    outside: emptyPhase(""),
    environments: null,
    secrets: [],
    risks: [],
    notes: [],
  };
}

/** The items of one section of a phase, made on first use; items of an equal heading join it. */
export function itemsOf(phase: PhaseDraft, title: string): PlanItem[] {
  const known = phase.sections.get(title);
  if (known) return known;
  const items: PlanItem[] = [];
  phase.sections.set(title, items);
  return items;
}

/** A title that fits, with a note where it had to be shortened. Out: the title and what did not fit. */
export function titleOf(draft: Draft, text: string, line: number): { title: string; rest: string } {
  const fitted = fitTitle(text);
  if (fitted.rest !== "")
    draft.notes.push({ line, text: "This title was too long; the rest of it is in the details." });
  return fitted;
}

/** A name that fits; what did not is said in a note, because a name has no details. */
export function nameThatFits(draft: Draft, text: string, line: number): string {
  const { title, rest } = fitTitle(text);
  if (rest !== "")
    draft.notes.push({ line, text: `This name was too long; left out: ${rest.slice(0, TEXT_MAX)}` });
  return title;
}

/** A draft as the phase of a plan. */
export function finishPhase(draft: PhaseDraft): PlanPhase {
  const { sections, line: _, triggers, ...phase } = draft;
  const filled = [...sections].filter(([, items]) => items.length > 0);
  const kept = (texts: string[]) => texts.map((text) => text.slice(0, TEXT_MAX));
  return {
    ...phase,
    goals: kept(phase.goals),
    scope: kept(phase.scope),
    // What only says when to go back is all there is of the plan to.
    rollback: kept(phase.rollback.length > 0 ? phase.rollback : triggers),
    ...(triggers.length > 0 && phase.rollback.length > 0 && { rollbackTriggers: kept(triggers) }),
    sections: filled.map(([title, items]) => ({ title, items })),
  };
}

/** What an item says of itself beside its test. */
export interface SaidWords {
  why: string[];
  impact: string[];
  files: string[];
}
export const TOLD_FIELDS = ["why", "impact", "files"] as const satisfies (keyof SaidWords)[];

/** What is said between a heading and its checklist, of everything in the list. */
export type SaidAbove = Partial<
  Record<keyof SaidWords, { texts: string[]; line: number /** an item was given it */; isTold: boolean }>
>;

/** What the walk carries down the headings. */
export interface Place {
  phase: PhaseDraft;
  inPhase: boolean;
  /** title of the checklist section items go to */
  section: string;
  level: LevelMark | null;
  area: string | null;
  severity: RiskSeverity | null;
  criteriaLevel: LevelMark | null;
  /** the phases stand under a heading for graduation criteria */
  graduation: boolean;
  /** the headings above, the document's name first */
  path: readonly string[];
  /** null: under this heading stands more than one checklist */
  above: SaidAbove | null;
  /** what the reader says everything here is */
  readAs: ReadAs | null;
}
