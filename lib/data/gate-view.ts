import "server-only";
import { type Blocker, SUBJECT_OF_BLOCKER } from "@/lib/domain/blockers";
import type { DecisionView, GateView } from "@/lib/domain/gate-views";
import { policyInForce, runningReview } from "@/lib/domain/gates";
import { whyNoReview } from "@/lib/domain/reviews";
import type { Outcome } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { PhaseRows } from "./phase-rows";
import { nameOf, type People } from "./present-checklist";
import type { Judged } from "./standings";
import { statement } from "./statement";

export interface DecisionListRow {
  id: string;
  outcome: Outcome;
  reason: string | null;
  override: boolean;
  overrideReason: string | null;
  selfApproved: boolean;
  byId: string | null;
  at: Date;
  score: number | null;
  blockers: { type: string; text: string }[] | null;
  snapshotHash: string;
  superseded: boolean;
  recycleTo: string | null;
  conditions: { text: string; ownerId: string; dueOn: string; met: boolean }[] | null;
}

/** How many decisions of one gate a page tells of, newest first. */
const DECISIONS_MAX = 20;

const DECISION = `
  SELECT d.id, d.outcome, d.reason, d.override, d."overrideReason", d."selfApproved", d."byId", d.at,
         (d.snapshot ->> 'score')::int AS score, d.snapshot -> 'blockers' AS blockers, d."snapshotHash",
         d."supersededById" IS NOT NULL AS superseded, p.name AS "recycleTo",
         (SELECT json_agg(x) FROM (
            SELECT c.text, c."ownerId", c."dueOn"::text AS "dueOn",
                   coalesce(i.state = 'VERIFIED' OR (i.state = 'DONE' AND NOT j."asksVerification"), false) AS met
            FROM "Condition" c LEFT JOIN "ChecklistItem" i ON i.id = c."itemId"
            WHERE c."decisionId" = d.id ORDER BY c."dueOn", c.id) x) AS conditions
  FROM "Decision" d JOIN "Project" j ON j.id = d."projectId" LEFT JOIN "Phase" p ON p.id = d."recycleToPhaseId"
  WHERE d."projectId" = $1::uuid`;

const selectDecisions = statement<DecisionListRow>(
  `${DECISION} AND d."phaseId" = (SELECT id FROM "Phase" WHERE "projectId" = $1::uuid AND key = $2)
   ORDER BY d.at DESC, d.id DESC LIMIT ${DECISIONS_MAX}`,
);
const selectDecision = statement<DecisionListRow>(`${DECISION} AND d.id = $2::uuid`);

export const loadDecisions = (access: ProjectAccess, phaseKey: string): Promise<DecisionListRow[]> =>
  selectDecisions([access.projectId, phaseKey]);

/** One decision of the project; null when there is none with this id. */
export const loadDecision = async (access: ProjectAccess, id: string): Promise<DecisionListRow | null> =>
  (await selectDecision([access.projectId, id]))[0] ?? null;

export const decisionViewOf = (row: DecisionListRow, people: People): DecisionView => ({
  id: row.id,
  outcome: row.outcome,
  reason: row.reason,
  override: row.override,
  overrideReason: row.overrideReason,
  selfApproved: row.selfApproved,
  by: nameOf(people, row.byId),
  at: row.at.toISOString(),
  score: row.score,
  blockers: (row.blockers ?? []).map(({ type, text }) => ({ type, text })),
  snapshotHash: row.snapshotHash,
  conditions: (row.conditions ?? []).map(({ text, ownerId, dueOn, met }) => ({
    text,
    owner: nameOf(people, ownerId) ?? "",
    dueOn,
    met,
  })),
  superseded: row.superseded,
  recycleTo: row.recycleTo,
});

/** Where a person goes to clear what blocks. */
function hrefOf(blocker: Blocker, slug: string, phaseKey: string, rows: PhaseRows): string | null {
  const project = `/projects/${slug}`;
  const id = blocker.subjectId;
  switch (SUBJECT_OF_BLOCKER[blocker.type]) {
    case "item":
      return `${project}/items/${id}`;
    case "criterion":
      return `${project}/criteria/${id}`;
    case "risk":
      return `${project}/risks#risk-${id}`;
    case "secret":
      return `${project}/secrets#secret-${id}`;
    case "rule":
      return `${project}/phases/${phaseKey}?tab=sign-offs`;
    case "phase": {
      const phase = rows.phases.find((row) => row.id === id);
      return phase ? `${project}/phases/${phase.key}` : null;
    }
    case "condition":
      return `${project}/phases/${phaseKey}/gate`;
    default:
      return `${project}/phases/${phaseKey}`;
  }
}

/** The gate as it stands, each blocker linked to what would clear it. */
export function gateViewOf(view: {
  slug: string;
  rows: PhaseRows;
  judged: Judged;
  decisions: DecisionListRow[];
  people: People;
  now: Date;
}): GateView {
  const { slug, rows, judged, decisions, people, now } = view;
  const { snapshot, gate } = judged;
  const review = runningReview(snapshot, now) && rows.reviews.find((row) => row.phaseId === snapshot.id);
  const history = decisions.map((row) => decisionViewOf(row, people));
  return {
    status: judged.status,
    ready: gate.ready,
    blockers: gate.blockers.map((blocker) => ({
      ...blocker,
      href: hrefOf(blocker, slug, snapshot.key, rows),
    })),
    minimumScore: policyInForce(snapshot, now).minimumScore,
    review: review
      ? {
          id: review.id,
          number: review.number,
          requestedBy: nameOf(people, review.requestedById) ?? "",
          requestedById: review.requestedById,
          requestedAt: new Date(review.requestedAt).toISOString(),
          expiresAt: new Date(review.expiresAt).toISOString(),
          note: review.note,
        }
      : null,
    isReviewable: whyNoReview(rows.phases, snapshot, judged.status, now) === null,
    decision: history.find((decision) => !decision.superseded) ?? null,
    history,
  };
}
