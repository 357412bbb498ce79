import { z } from "zod";
import { RISK_SCALE } from "@/lib/domain/risks";
import { COMPARATORS, ITEM_STATES, LEVELS, RISK_SEVERITIES, ROLES } from "@/lib/domain/words";

/** Longest title stored anywhere; the rest of a longer one is kept in the details (lib/plan says so in a note). */
export const TITLE_MAX = 500;
export const TEXT_MAX = 20_000;
/** How many files an item names, and how long one of them is. */
export const FILES_MAX = 100;
export const FILE_MAX = 500;
/** How many people a thing names, and how long a name is. */
export const PEOPLE_MAX = 20;
export const PERSON_MAX = 320;
/** How many lines tell what people did, and how long one of them is. */
export const RECORD_MAX = 2_000;
export const RECORD_LINE_MAX = 1_000;

const title = z.string().min(1).max(TITLE_MAX);
const text = z.string().max(TEXT_MAX);
const level = z.enum(LEVELS);
const area = z.string().min(1).max(80).nullable();
const day = z.iso.date().nullish();
/** A member as a file calls them: by name, or by address where two have the same name. */
const person = z.string().min(1).max(PERSON_MAX);
const people = z.array(person).max(PEOPLE_MAX).nullish();
/** Stands in the file and in addresses, so that a thing is known again when it was reworded. */
const key = z.string().min(1).max(120);

interface PlanItemShape {
  key: string;
  title: string;
  details: string;
  state: (typeof ITEM_STATES)[number];
  level: (typeof LEVELS)[number];
  area: string | null;
  acceptance: string | null;
  why?: string | null | undefined;
  impact?: string | null | undefined;
  /** paths and links */
  files?: string[] | null | undefined;
  /** a day, like 2026-12-31 */
  dueOn?: string | null | undefined;
  /** who it is assigned to, as a file calls them */
  assignees?: string[] | null | undefined;
  subItems: PlanItemShape[];
}

/** An item as the portable plan holds it; sub-items nest to any depth in a plan. */
export const planItemSchema: z.ZodType<PlanItemShape> = z
  .lazy(() =>
    z.object({
      key,
      title,
      details: text,
      state: z.enum(ITEM_STATES),
      level,
      area,
      acceptance: text.nullable(),
      why: text.nullish(),
      impact: text.nullish(),
      files: z.array(z.string().min(1).max(FILE_MAX)).max(FILES_MAX).nullish(),
      dueOn: day,
      assignees: people,
      subItems: z.array(planItemSchema),
    }),
  )
  .meta({ id: "PlanItem" });

export const planCriterionSchema = z.object({
  text: title,
  comparator: z.enum(COMPARATORS).nullable(),
  target: z.number().nullable(),
  unit: z.string().max(80).nullable(),
  /** what the number is taken over, in the document's words: "30 days", "continuous 72 hours" */
  window: z.string().max(120).nullable(),
  level,
  checked: z.boolean(),
  key: key.nullish(),
  area: area.optional(),
  minimumSample: z.int().positive().nullish(),
  maximumAgeDays: z.int().positive().nullish(),
});

export const planSignOffRuleSchema = z.object({
  name: z.string().min(1).max(120),
  minimum: z.int().min(1).max(20),
  /** who may sign; nobody named: everybody with the role */
  people,
  minimumRole: z.enum(ROLES).nullish(),
});

export const planPhaseSchema = z.object({
  name: title,
  key: key.nullish(),
  audience: text.nullish(),
  minimumScore: z.int().min(0).max(100).nullish(),
  plannedOn: day,
  overdueSecretsBlock: z.boolean().nullish(),
  goals: z.array(text),
  scope: z.array(text),
  sections: z.array(z.object({ title, items: z.array(planItemSchema) })),
  criteria: z.array(planCriterionSchema),
  signOffRules: z.array(planSignOffRuleSchema),
  rollback: z.array(text),
  rollbackTriggers: z.array(text).nullish(),
});

const noteSchema = z.object({ line: z.int().min(0), text: z.string() });

/** The portable form of a project: what `plan inspect --json` prints and what a project is made from. */
export const planSchema = z
  .object({
    title,
    description: text.nullish(),
    phases: z.array(planPhaseSchema),
    environments: z
      .object({
        columns: z.array(z.string().max(120)),
        rows: z.array(z.object({ key: title, values: z.array(text), mustDiffer: z.boolean().nullish() })),
      })
      .nullable(),
    secrets: z.array(
      z.object({
        name: title,
        variable: z.string().max(200).nullable(),
        owner: z.string().max(200).nullable(),
        rotationDays: z.int().positive().nullable(),
        storage: z.string().max(200).nullable(),
        lastRotatedOn: day,
      }),
    ),
    risks: z.array(
      z.object({
        title,
        severity: z.enum(RISK_SEVERITIES).nullable(),
        mitigation: text.nullable(),
        likelihood: z.enum(RISK_SCALE).nullish(),
        impact: z.enum(RISK_SCALE).nullish(),
        owner: person.nullish(),
      }),
    ),
    criteria: z.array(planCriterionSchema),
    /** what a file tells of what people did: words, by which nothing is verified, accepted, rehearsed or signed */
    record: z.array(z.string().min(1).max(RECORD_LINE_MAX)).max(RECORD_MAX).nullish(),
    unplaced: z.array(noteSchema),
    notes: z.array(noteSchema),
  })
  .meta({ id: "Plan" });

export type Plan = z.infer<typeof planSchema>;
export type PlanPhase = z.infer<typeof planPhaseSchema>;
export type PlanItem = PlanItemShape;
export type PlanCriterion = z.infer<typeof planCriterionSchema>;
