import "server-only";
import type { CriterionDefinition } from "@/lib/domain/criterion-views";
import type { GatePolicy, RiskSnapshot, SecretSnapshot, SeenRequirement } from "@/lib/domain/snapshot";
import type { ItemState, Level, Outcome, PhaseStatus, Role, SignOffDecision } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { statement } from "./statement";

/**
 * Everything that is judged or listed of a project's phases, in one statement: the pages that everybody has open all
 * day cost one round trip. Times arrive as ISO text, because they pass through JSON.
 */
export interface PhaseRows {
  project: {
    id: string;
    slug: string;
    name: string;
    version: number;
    asksVerification: boolean;
    fourEyes: boolean;
    graceHours: number;
    /** the workspace has one active member */
    soleMember: boolean;
  };
  phases: PhaseRow[];
  sections: { id: string; phaseId: string; title: string; version: number }[];
  items: ItemRowData[];
  /** unanswered requests to waive an item, the longest last */
  waivers: { itemId: string; expiresAt: string }[];
  criteria: CriterionRow[];
  rules: RuleRow[];
  signOffs: SignOffRow[];
  risks: RiskSnapshot[];
  secrets: SecretSnapshot[];
  reviews: ReviewRow[];
  decisions: DecisionRow[];
  conditions: ConditionRow[];
}

export interface PhaseRow {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  minimumScore: number;
  overdueSecretsBlock: boolean;
  lapsedSince: string | null;
}

export interface ItemRowData {
  id: string;
  phaseId: string;
  sectionId: string;
  parentId: string | null;
  key: string;
  title: string;
  acceptance: string | null;
  level: Level;
  area: string | null;
  dueOn: string | null;
  state: ItemState;
  stateById: string | null;
  stateAt: string | null;
  waiverExpiresAt: string | null;
  version: number;
  assignees: string[] | null;
  evidence: number;
  comments: number;
}

export interface MeasurementRow {
  id: string;
  value: number;
  sampleSize: number | null;
  measuredAt: string;
  recordedAt: string;
  source: string;
  note: string | null;
  byId: string;
}

export interface CriterionRow extends CriterionDefinition {
  id: string;
  phaseId: string | null;
  key: string;
  version: number;
  /** newest first, superseded ones left out */
  measurements: MeasurementRow[] | null;
  measurementCount: number;
}

export interface RuleRow {
  id: string;
  phaseId: string;
  name: string;
  minimum: number;
  minimumRole: Role;
  version: number;
  people: string[] | null;
}

export interface SignOffRow {
  id: string;
  phaseId: string;
  ruleId: string;
  memberId: string;
  decision: SignOffDecision;
  comment: string | null;
  at: string;
  withdrawnAt: string | null;
  seen: SeenRequirement[];
}

export interface ReviewRow {
  id: string;
  phaseId: string;
  number: number;
  requestedById: string;
  requestedAt: string;
  expiresAt: string;
  note: string | null;
  policy: GatePolicy;
}

export interface DecisionRow {
  id: string;
  phaseId: string;
  outcome: Outcome;
  at: string;
  override: boolean;
  /** ids of the MUST requirements that did not hold when it was decided */
  passedOver: string[] | null;
}

export interface ConditionRow {
  id: string;
  phaseId: string;
  text: string;
  dueOn: string;
  itemState: ItemState | null;
}

const list = (inner: string) => `(SELECT coalesce(json_agg(x), '[]'::json) FROM (${inner}) x)`;

/** How many measurements a rule may need: a window looks back over many samples, the rest over the newest few. */
const MEASUREMENTS = `CASE WHEN c."windowHours" IS NULL THEN 5 ELSE 500 END`;

/** Of one phase by its key, or of all: apart, so that each has the plan that suits it. */
const ONE = `= (SELECT id FROM "Phase" WHERE "projectId" = $1::uuid AND key = $2)`;
const ALL = "IS NOT NULL";

const sqlFor = (phase: typeof ONE | typeof ALL) => `
SELECT
  (SELECT to_json(x) FROM (
    SELECT j.id, j.slug, j.name, j.version, j."asksVerification", j."fourEyes", j."graceHours",
           (SELECT count(*) = 1 FROM "Member" m WHERE m."workspaceId" = j."workspaceId" AND m."removedAt" IS NULL)
             AS "soleMember"
    FROM "Project" j WHERE j.id = $1::uuid) x) AS project,
  ${list(`
    SELECT p.id, p.key, p.name, p.status, p."minimumScore", p."overdueSecretsBlock", s."lapsedSince"
    FROM "Phase" p LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
    WHERE p."projectId" = $1::uuid AND p."archivedAt" IS NULL ORDER BY p.position`)} AS phases,
  ${list(`
    SELECT id, "phaseId", title, version FROM "ChecklistSection"
    WHERE "projectId" = $1::uuid AND "phaseId" ${phase} AND "archivedAt" IS NULL ORDER BY position, id`)} AS sections,
  ${list(`
    SELECT i.id, i."phaseId", i."sectionId", i."parentId", i.key, i.title, i.acceptance, i.level, a.name AS area,
           i."dueOn"::text AS "dueOn", i.state, i."stateById", i."stateAt", i."waiverExpiresAt", i.version,
           (SELECT array_agg(n."memberId") FROM "ItemAssignee" n WHERE n."itemId" = i.id) AS assignees,
           (SELECT count(*)::int FROM "Evidence" e WHERE e."itemId" = i.id AND e."removedAt" IS NULL) AS evidence,
           (SELECT count(*)::int FROM "Comment" m WHERE m."itemId" = i.id AND m."removedAt" IS NULL) AS comments
    FROM "ChecklistItem" i LEFT JOIN "Area" a ON a.id = i."areaId"
    JOIN "ChecklistSection" s ON s.id = i."sectionId" AND s."archivedAt" IS NULL
    WHERE i."projectId" = $1::uuid AND i."phaseId" ${phase} AND i."archivedAt" IS NULL
    ORDER BY i.position, i.id`)} AS items,
  ${list(`
    SELECT w."itemId", w."expiresAt" FROM "Waiver" w
    JOIN "ChecklistItem" i ON i.id = w."itemId" AND i."archivedAt" IS NULL AND i."phaseId" ${phase}
    WHERE w."projectId" = $1::uuid AND w.state = 'PENDING' ORDER BY w."expiresAt"`)} AS waivers,
  ${list(`
    SELECT c.id, c."phaseId", c.key, c.text, c.comparator, c.target, c.unit, c."window", c."windowHours", c.level,
           a.name AS area, c."minimumSample", c."maximumAgeDays", c.version,
           (SELECT json_agg(v) FROM (
              SELECT m.id, m.value, m."sampleSize", m."measuredAt", m."recordedAt", m.source, m.note, m."byId"
              FROM "Measurement" m WHERE m."criterionId" = c.id AND m."supersededById" IS NULL
              ORDER BY m."measuredAt" DESC, m."recordedAt" DESC LIMIT ${MEASUREMENTS}) v) AS measurements,
           (SELECT count(*)::int FROM "Measurement" m WHERE m."criterionId" = c.id) AS "measurementCount"
    FROM "Criterion" c LEFT JOIN "Area" a ON a.id = c."areaId"
    WHERE c."projectId" = $1::uuid AND c."archivedAt" IS NULL
      AND (c."phaseId" IS NULL OR c."phaseId" ${phase})
    ORDER BY c.position, c.id`)} AS criteria,
  ${list(`
    SELECT r.id, r."phaseId", r.name, r.minimum, r."minimumRole", r.version,
           (SELECT array_agg(p."memberId") FROM "SignOffRuleMember" p WHERE p."ruleId" = r.id) AS people
    FROM "SignOffRule" r
    WHERE "projectId" = $1::uuid AND "phaseId" ${phase} AND r."archivedAt" IS NULL ORDER BY r.position, r.id`)} AS rules,
  ${list(`
    SELECT DISTINCT ON ("ruleId", "memberId") id, "phaseId", "ruleId", "memberId", decision, comment, at,
           "withdrawnAt", seen
    FROM "SignOff"
    WHERE "projectId" = $1::uuid AND "phaseId" ${phase} ORDER BY "ruleId", "memberId", at DESC, id DESC`)} AS "signOffs",
  ${list(`
    SELECT id, title, severity, state, "acceptedUntil"::text AS "acceptedUntil" FROM "Risk"
    WHERE "projectId" = $1::uuid AND "archivedAt" IS NULL ORDER BY position, id`)} AS risks,
  ${list(`
    SELECT id, name, "rotationDays", "lastRotatedOn"::text AS "lastRotatedOn" FROM "SecretRecord"
    WHERE "projectId" = $1::uuid AND "archivedAt" IS NULL AND "rotationDays" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Phase" p WHERE p."projectId" = $1::uuid AND p."overdueSecretsBlock")
    ORDER BY position, id`)} AS secrets,
  ${list(`
    SELECT id, "phaseId", number, "requestedById", "requestedAt", "expiresAt", note, policy FROM "Review"
    WHERE "projectId" = $1::uuid AND "closedAt" IS NULL`)} AS reviews,
  ${list(`
    SELECT DISTINCT ON ("phaseId") id, "phaseId", outcome, at, override,
           (SELECT array_agg(x) FROM jsonb_array_elements_text(snapshot -> 'passedOver') x) AS "passedOver"
    FROM "Decision"
    WHERE "projectId" = $1::uuid AND "supersededById" IS NULL ORDER BY "phaseId", at DESC, id DESC`)} AS decisions,
  ${list(`
    SELECT c.id, d."phaseId", c.text, c."dueOn"::text AS "dueOn", i.state AS "itemState"
    FROM "Condition" c JOIN "Decision" d ON d.id = c."decisionId" AND d."supersededById" IS NULL
    LEFT JOIN "ChecklistItem" i ON i.id = c."itemId"
    WHERE c."projectId" = $1::uuid ORDER BY c."dueOn", c.id`)} AS conditions`;

const ALL_PHASES = sqlFor(ALL);
const selectAll = statement<PhaseRows>(ALL_PHASES);
const selectOne = statement<PhaseRows>(sqlFor(ONE));

/**
 * @param phaseKey the phase whose items, criteria and sign-offs are wanted; null: all. Every phase's own row, the open
 *   reviews and the decisions come always
 */
export async function loadPhaseRows(
  access: ProjectAccess,
  phaseKey: string | null,
): Promise<PhaseRows | null> {
  const [row] = await (phaseKey === null
    ? selectAll([access.projectId])
    : selectOne([access.projectId, phaseKey]));
  return row?.project ? row : null;
}

/** Unscoped: every phase of a project that the caller has found itself. */
export async function loadPhaseRowsUnscoped(projectId: string): Promise<PhaseRows | null> {
  const [row] = await selectAll([projectId]);
  return row?.project ? row : null;
}

/** The same inside a transaction that holds the project's lock. */
export async function loadPhaseRowsIn(tx: Transaction, projectId: string): Promise<PhaseRows | null> {
  const [row] = await tx.$queryRawUnsafe<PhaseRows[]>(ALL_PHASES, projectId);
  return row?.project ? row : null;
}
