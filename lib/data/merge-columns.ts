import "server-only";
import { isProductionName } from "@/lib/domain/environments";
import { RISK_SCALE, reopensAcceptance, severityOf } from "@/lib/domain/risks";
import { RISK_SEVERITIES, RISK_STATES } from "@/lib/domain/words";
import type { FieldValue, Noun } from "@/lib/plan/merge/entities";
import type { Directory } from "@/lib/plan/people";
import { MINIMUM_SCORE_DEFAULT } from "@/lib/schemas/phases";
import type { Cell, Row, Table } from "./changed-rows";
import { memberIds } from "./plan-item-rows";
import { MAXIMUM_AGE_DAYS, windowHoursOf } from "./plan-rows";

/** Where things of a plan are kept, and what the audit calls them. */
export const KEPT_AS = {
  project: { table: "Project", target: "project" },
  phase: { table: "Phase", target: "phase" },
  section: { table: "ChecklistSection", target: "section" },
  item: { table: "ChecklistItem", target: "item" },
  criterion: { table: "Criterion", target: "criterion" },
  "sign-off rule": { table: "SignOffRule", target: "sign-off-rule" },
  environment: { table: "Environment", target: "environment" },
  "configuration item": { table: "ConfigurationItem", target: "configuration-item" },
  secret: { table: "SecretRecord", target: "secret" },
  risk: { table: "Risk", target: "risk" },
} as const satisfies Record<Noun, { table: Table; target: string }>;

/** The column of each field, and what stands there where the plan says nothing. */
const COLUMNS: Record<Noun, Record<string, Cell>> = {
  project: { title: "Plan", description: "" },
  phase: {
    ...{ name: "Phase", audience: "", minimumScore: MINIMUM_SCORE_DEFAULT, plannedOn: null },
    ...{ overdueSecretsBlock: false, goals: [], scope: [], rollback: [], rollbackTriggers: [] },
  },
  section: { title: "Checklist" },
  item: {
    ...{ title: "Untitled", details: "", level: "SHOULD", acceptance: null, why: null, impact: null },
    ...{ files: [], dueOn: null },
  },
  criterion: {
    ...{ text: "Untitled", comparator: null, target: null, unit: null, window: null, level: "MUST" },
    ...{ minimumSample: null, maximumAgeDays: MAXIMUM_AGE_DAYS },
  },
  "sign-off rule": { name: "Approval", minimum: 1, minimumRole: "LEAD" },
  environment: { name: "Untitled" },
  "configuration item": { key: "Untitled", mustDiffer: false },
  secret: {
    ...{ name: "Untitled", variable: null, owner: null, rotationDays: null, storage: null },
    lastRotatedOn: null,
  },
  risk: { title: "Untitled", mitigation: null, likelihood: null, impact: null, severity: "MEDIUM" },
};

/** Fields that name members, and where their ids are kept. */
const PEOPLE = [
  ["assignees", "assigneeIds"],
  ["people", "memberIds"],
] as const;

export interface ColumnContext {
  memberId: string;
  /** name of an area in lower case -> its id */
  areaIds: ReadonlyMap<string, string>;
  /** who is who in the file */
  people: Directory;
}

type Fields = ReadonlyMap<string, FieldValue>;

const oneOf = <T extends string>(list: readonly T[], value: Cell | undefined): T | null =>
  list.find((each) => each === value) ?? null;

const textOrNull = (value: Cell | undefined): string | null => (typeof value === "string" ? value : null);
const numberOrNull = (value: Cell | undefined): number | null => (typeof value === "number" ? value : null);

/** A window in words or a target in hours says how long the samples must cover. */
function windowHours(row: Row, columns: Row): Row {
  if (!["text", "target", "unit", "window"].some((name) => name in columns)) return {};
  const { text, target, unit, window } = { ...row, ...columns };
  return {
    windowHours: windowHoursOf({
      text: textOrNull(text) ?? "",
      target: numberOrNull(target),
      unit: textOrNull(unit),
      window: textOrNull(window),
    }),
  };
}

/** Likelihood and impact say how severe a risk is; who accepted it accepted it as bad as it was. */
function severity(row: Row, columns: Row): Row {
  const merged = { ...row, ...columns };
  const [likelihood, impact] = [oneOf(RISK_SCALE, merged.likelihood), oneOf(RISK_SCALE, merged.impact)];
  const said = oneOf(RISK_SEVERITIES, merged.severity) ?? "MEDIUM";
  const now = likelihood && impact ? severityOf(likelihood, impact) : said;
  const [before, state] = [oneOf(RISK_SEVERITIES, row.severity), oneOf(RISK_STATES, row.state)];
  if (!before || !state || !reopensAcceptance(state, before, now)) return { severity: now };
  const forgotten = { acceptedById: null, acceptedWhy: null, acceptedAt: null, acceptedUntil: null };
  return { severity: now, state: "OPEN", ...forgotten };
}

/**
 * What fields of a plan's thing are in its columns, apart from states, ticks and cells.
 * @param row as it stands; empty for a new one
 */
export function columnsOf(noun: Noun, fields: Fields, row: Row, context: ColumnContext): Row {
  const columns: Row = {};
  for (const [field, otherwise] of Object.entries(COLUMNS[noun])) {
    const value = fields.get(field);
    if (value !== undefined)
      columns[noun === "project" && field === "title" ? "name" : field] = value ?? otherwise;
  }
  for (const [field, column] of PEOPLE) {
    const said = fields.get(field);
    if (said !== undefined) columns[column] = memberIds(Array.isArray(said) ? said : [], context.people);
  }
  const owner = fields.get("owner");
  if (noun === "risk" && owner !== undefined)
    columns.ownerId = (typeof owner === "string" && context.people.find(owner)?.memberId) || null;
  const area = fields.get("area");
  if (area !== undefined)
    columns.areaId = (typeof area === "string" && context.areaIds.get(area.toLowerCase())) || null;
  if (noun === "criterion") Object.assign(columns, windowHours(row, columns));
  if (noun === "risk") Object.assign(columns, severity(row, columns));
  if (noun === "secret" && "lastRotatedOn" in columns)
    columns.lastRotatedById = columns.lastRotatedOn === null ? null : context.memberId;
  if (noun === "environment" && row.id === undefined)
    columns.isProduction = isProductionName(String(columns.name));
  return columns;
}
