import { z } from "zod";
import { BLOCKER_TYPES } from "@/lib/domain/blockers";
import {
  COMPARATORS,
  CRITERION_RESULTS,
  FRESHNESS,
  GATE_STATUSES,
  ITEM_STATES,
  LEVELS,
  OUTCOMES,
  PHASE_STATUSES,
  ROLES,
  SIGN_OFF_DECISIONS,
  SIGN_OFF_STATES,
} from "@/lib/domain/words";

const moment = z.string().meta({ format: "date-time", example: "2026-11-21T09:30:00.000Z" });
const day = z.string().meta({ format: "date", example: "2026-11-21" });
const score = z
  .int()
  .min(0)
  .max(100)
  .nullable()
  .meta({ description: "Readiness, rounded down; null for a phase with nothing to score." });

const gateStatus = z.enum(GATE_STATUSES).meta({ id: "GateStatus" });

export const blockerSchema = z
  .object({
    type: z.enum(BLOCKER_TYPES),
    text: z.string(),
    subjectId: z.string().nullable().meta({ description: "Id of what would clear it." }),
    detail: z.string().nullable(),
  })
  .meta({ id: "Blocker" });

const phaseHead = {
  id: z.string(),
  key: z.string().meta({ description: "Stable; used in addresses." }),
  name: z.string(),
  status: z.enum(PHASE_STATUSES),
  score,
};

const projectHead = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
};

/** What a change of a phase's settings answers. */
export const changedPhaseSchema = z.object({
  id: z.string(),
  key: phaseHead.key,
  version: z.int().meta({ description: "For If-Match." }),
});

/** A project as a list shows it: its blockers are counted, not named. */
export const projectEntrySchema = z
  .object({
    ...projectHead,
    phases: z.array(
      z.object({ ...phaseHead, gate: z.object({ status: gateStatus, blockerCount: z.int() }) }),
    ),
    activePhase: z.string().nullable().meta({ description: "Key of the phase being worked." }),
    itemsDone: z.int(),
    itemsTotal: z.int(),
    updatedAt: moment,
  })
  .meta({ id: "ProjectEntry" });

export const projectSchema = z
  .object({
    ...projectHead,
    description: z.string(),
    version: z.int().meta({ description: "Counts the project's audit events." }),
    asksVerification: z.boolean(),
    archivedAt: moment.nullable(),
    people: z
      .array(z.object({ memberId: z.string(), name: z.string(), role: z.enum(ROLES) }))
      .meta({ description: "Who may be named in it, with their role there; 200 at most." }),
    phases: z.array(
      z.object({
        ...phaseHead,
        plannedOn: day.nullable(),
        gate: z.object({ status: gateStatus, blockers: z.array(blockerSchema) }),
      }),
    ),
  })
  .meta({ id: "Project" });

const personSchema = z.object({ memberId: z.string(), name: z.string() });

const subItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(ITEM_STATES),
  version: z.int(),
});

const itemSchema = z
  .object({
    id: z.string(),
    key: z.string().meta({ description: "Stable, also through export and import." }),
    title: z.string(),
    state: z.enum(ITEM_STATES),
    level: z.enum(LEVELS),
    area: z.string().nullable(),
    dueOn: day.nullable(),
    assignees: z.array(personSchema),
    waiverExpiresAt: moment.nullable(),
    waiverAsked: z.boolean().meta({ description: "A waiver is asked for and waits for an answer." }),
    version: z.int().meta({ description: "For If-Match." }),
    subItems: z.array(subItemSchema),
  })
  .meta({ id: "Item" });

/** What `GET …/items/{id}` answers. */
export const itemWordsSchema = itemSchema
  .extend({
    phase: z.string().meta({ description: "Key of its phase." }),
    section: z.string(),
    parentId: z.string().nullable().meta({ description: "The item a sub-item belongs to." }),
    details: z.string().meta({ description: "Markdown." }),
    acceptance: z.string().nullable().meta({ description: "How one knows it is done." }),
    why: z.string().nullable(),
    impact: z.string().nullable(),
    files: z.array(z.string()).meta({ description: "Paths and links." }),
    archivedAt: moment.nullable(),
  })
  .meta({ id: "ItemWords" });

export const measurementSchema = z
  .object({
    id: z.string(),
    value: z.number(),
    sampleSize: z.int().nullable(),
    measuredAt: moment,
    recordedAt: moment,
    source: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: "Measurement" });

const criterionSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    text: z.string(),
    comparator: z.enum(COMPARATORS).nullable(),
    target: z.number().nullable(),
    unit: z.string().nullable(),
    window: z.string().nullable(),
    level: z.enum(LEVELS),
    result: z.enum(CRITERION_RESULTS).meta({ description: "Only MET passes." }),
    reason: z.string().meta({ description: "Why the result is what it is." }),
    freshness: z.enum(FRESHNESS).nullable(),
    latest: measurementSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Criterion" });

/** What recording a measurement answers. */
export const recordedSchema = measurementSchema
  .extend({ criterion: criterionSchema })
  .meta({ id: "Recorded" });

const signOffRuleSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    minimum: z.int(),
    people: z.array(personSchema),
    approvals: z.int(),
    fulfilled: z.boolean(),
  })
  .meta({ id: "SignOffRule" });

export const signOffSchema = z
  .object({
    id: z.string(),
    rule: z.string().meta({ description: "Name of the rule." }),
    by: z.string(),
    memberId: z.string(),
    decision: z.enum(SIGN_OFF_DECISIONS),
    state: z.enum(SIGN_OFF_STATES),
    changes: z
      .array(z.object({ title: z.string(), change: z.string() }))
      .meta({ description: "STALE: what changed since it was signed." }),
    comment: z.string().nullable(),
    at: moment,
  })
  .meta({ id: "SignOff" });

export const reviewSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    requestedBy: z.string(),
    requestedAt: moment,
    expiresAt: moment.meta({ description: "Then it times out to HOLD." }),
    note: z.string().nullable(),
  })
  .meta({ id: "Review" });

export const decisionSchema = z
  .object({
    id: z.string(),
    outcome: z.enum(OUTCOMES),
    reason: z.string().nullable(),
    override: z.boolean(),
    overrideReason: z.string().nullable(),
    selfApproved: z.boolean(),
    by: z.string().nullable().meta({ description: "null: the review timed out." }),
    at: moment,
    score,
    snapshotHash: z.string(),
  })
  .meta({ id: "Decision" });

export const phaseSchema = z
  .object({
    ...phaseHead,
    goals: z.array(z.string()),
    scope: z.array(z.string()),
    audience: z.string(),
    rollback: z.array(z.string()),
    plannedOn: day.nullable(),
    minimumScore: z.int().meta({ description: "What a gate will ask for; a running review keeps its own." }),
    overdueSecretsBlock: z.boolean(),
    version: z.int().meta({ description: "For If-Match." }),
    losses: z
      .array(z.object({ id: z.string(), points: z.number() }))
      .meta({ description: "What each requirement costs; score and losses are 100 together." }),
    sections: z.array(z.object({ id: z.string(), title: z.string(), items: z.array(itemSchema) })),
    criteria: z.array(criterionSchema),
    signOffRules: z.array(signOffRuleSchema),
    signOffs: z.array(signOffSchema),
    gate: z.object({
      status: gateStatus,
      blockers: z.array(blockerSchema),
      minimumScore: z.int(),
      review: reviewSchema.nullable(),
      decision: decisionSchema.nullable(),
    }),
  })
  .meta({ id: "Phase" });
