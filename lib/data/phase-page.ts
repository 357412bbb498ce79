import "server-only";
import { checkDecision } from "@/lib/domain/decisions";
import { notFound } from "@/lib/domain/errors";
import { nextLookAt } from "@/lib/domain/next-look";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView, RailPhase } from "@/lib/domain/project-views";
import type { ProjectAccess } from "./access";
import { type DecisionListRow, gateViewOf, loadDecisions } from "./gate-view";
import { phaseKeyOf } from "./phase-reference";
import { loadPhaseRows, type PhaseRows } from "./phase-rows";
import { sectionViewsOf } from "./present-checklist";
import { criterionViewOf } from "./present-criterion";
import { ruleDefinitionsOf, ruleViewsOf } from "./present-sign-offs";
import { type HeadPhase, loadHead, type ProjectHead, projectViewOf, railOf } from "./project-head";
import { loadTrend, readinessViewOf, type TrendPoint } from "./readiness-view";
import { snapshotsOf } from "./snapshot";
import { earliest, type Judged, judge, type Standing } from "./standings";
import { versionCache } from "./version-cache";

export interface PhasePage {
  project: ProjectView;
  phase: PhaseView;
}

/** The phase people work on: the first that is active, else the first not passed, else the last. */
export function phaseToShow<T extends { status: string }>(phases: T[]): T | undefined {
  return (
    phases.find((phase) => phase.status === "ACTIVE") ??
    phases.find((phase) => phase.status === "PLANNED") ??
    phases.at(-1)
  );
}

/** Key of the phase a project opens at. @throws AppError NOT_FOUND for a project without phases */
export async function getPhaseToShow(access: ProjectAccess, now: Date): Promise<string> {
  return wantedPhase(await loadHead(access, now), null).key;
}

/** Why a rule keeps the reader from deciding, whatever the outcome; null when none does (design 2.4). */
function whyNotDecide(access: ProjectAccess, { snapshot, gate }: Judged, now: Date): string | null {
  const verdict = checkDecision({
    outcome: "HOLD",
    reason: "asked only to learn whether another person has to decide",
    verdict: gate,
    actorId: access.actor.memberId,
    actorCanOverride: false,
    conditions: [],
    recycleToPhaseId: null,
    review: snapshot.review,
    policy: snapshot.policy,
    signOffs: snapshot.signOffs,
    soleMember: snapshot.soleMember,
    isLastPhase: false,
    now,
  });
  return verdict.ok ? null : verdict.message;
}

/**
 * Judges the phase that is shown, live. The others keep their stored standings where those were found fresh; where not,
 * all are judged.
 */
function judgeLive(head: ProjectHead, rows: PhaseRows, shown: string, now: Date) {
  const isFresh = head.phases.every(({ fresh }) => fresh);
  const known = new Map(head.phases.map((phase) => [phase.phaseId, phase.gateStatus]));
  const snapshots = snapshotsOf(rows, now, isFresh ? new Set([shown]) : null, known);
  const judged = snapshots.map((snapshot) => judge(snapshot, head.id, now));
  return {
    standings: new Map<string, Standing>(judged.map(({ standing }) => [standing.phaseId, standing])),
    judged: judged.find(({ snapshot }) => snapshot.id === shown),
  };
}

function wantedPhase(head: ProjectHead, phaseKey: string | null): HeadPhase {
  const phase =
    phaseKey === null ? phaseToShow(head.phases) : head.phases.find(({ key }) => key === phaseKey);
  if (!phase) throw notFound("The phase");
  return phase;
}

/** What a phase's page is made of, whoever reads it. */
interface JudgedPage {
  head: ProjectHead;
  rows: PhaseRows;
  trend: TrendPoint[];
  decisions: DecisionListRow[];
  phase: HeadPhase;
  rail: RailPhase[];
  judged: Judged;
  /** read as a whole at the version it was opened at, with a history that has caught up: it may be kept */
  settled: boolean;
  /** from this moment on time alone may have changed the judgement; null: never */
  validUntil: Date | null;
}

const pages = versionCache<JudgedPage>(200);
const placeOf = ({ projectId }: ProjectAccess, phaseKey: string): string => `${projectId}/${phaseKey}`;

/** As one reader sees it. */
const views = versionCache<PhasePage>(500);
const readerPlaceOf = (access: ProjectAccess, phaseKey: string): string =>
  [placeOf(access, phaseKey), access.actor.memberId, access.role].join(" ");

async function readPage(access: ProjectAccess, phaseKey: string, now: Date): Promise<JudgedPage> {
  // Side by side, for a page waits for each round trip; only the judgement of what is outdated needs one more.
  const [head, own, trend, decisions] = await Promise.all([
    loadHead(access, now),
    loadPhaseRows(access, phaseKey),
    loadTrend(access, phaseKey),
    loadDecisions(access, phaseKey),
  ]);
  const phase = wantedPhase(head, phaseKey);
  const isFresh = head.phases.every(({ fresh }) => fresh);
  const rows = isFresh ? own : await loadPhaseRows(access, null);
  if (!rows) throw notFound("The project");
  const { standings, judged } = judgeLive(head, rows, phase.phaseId, now);
  if (!judged) throw notFound("The phase");
  const settled = isFresh && rows.project.version === access.version;
  const limits = head.phases.map(({ validUntil }) => (validUntil === null ? null : new Date(validUntil)));
  const validUntil = earliest([...limits, judged.validUntil]);
  const rail = railOf(head, standings);
  const page = { head, rows, trend, decisions, phase, rail, judged, settled, validUntil };
  if (settled) pages.keep(placeOf(access, phaseKey), access.state, validUntil, page);
  return page;
}

/**
 * Everything the page of one phase shows, judged at `now`. The same object again for as long as nothing in it changes.
 *
 * @param wanted key or id of the phase
 * @throws AppError NOT_FOUND
 */
export async function getPhasePage(access: ProjectAccess, wanted: string, now: Date): Promise<PhasePage> {
  // PostgreSQL refuses a NUL in text with an error of its own; no key has one.
  if (wanted.includes("\0")) throw notFound("The phase");
  const phaseKey = await phaseKeyOf(access, wanted);
  const { state } = access;
  const known = views.find(readerPlaceOf(access, phaseKey), state, now);
  if (known) return known;
  const judged = pages.find(placeOf(access, phaseKey), state, now) ?? (await readPage(access, phaseKey, now));
  const page = pageOf(access, judged, now);
  const validUntil = earliest([judged.validUntil, nextLookAt(page.phase.criteria, judged.rows.waivers, now)]);
  if (judged.settled) views.keep(readerPlaceOf(access, phaseKey), state, validUntil, page);
  return page;
}

function pageOf(
  access: ProjectAccess,
  { head, rows, trend, decisions, phase, rail, judged }: JudgedPage,
  now: Date,
): PhasePage {
  const people = new Map(head.people.map((person) => [person.memberId, person]));
  return {
    project: projectViewOf(access, head, rail, whyNotDecide(access, judged, now)),
    phase: {
      id: phase.phaseId,
      key: phase.key,
      name: phase.name,
      status: phase.status,
      goals: phase.goals,
      scope: phase.scope,
      audience: phase.audience,
      rollback: phase.rollback,
      plannedOn: phase.plannedOn,
      minimumScore: phase.minimumScore,
      overdueSecretsBlock: phase.overdueSecretsBlock,
      version: phase.version,
      sections: sectionViewsOf(rows, phase.phaseId, { people, readerId: access.actor.memberId, now }),
      criteria: rows.criteria
        .filter((row) => row.phaseId === phase.phaseId)
        .map((row) => criterionViewOf(row, people, now)),
      rules: ruleViewsOf(access, rows, judged.snapshot, people, now).map((rule) => ({
        ...rule,
        maySign: rule.maySign && head.archivedAt === null,
      })),
      ruleDefinitions: ruleDefinitionsOf(rows, phase.phaseId, people),
      readiness: readinessViewOf(judged.readiness, trend),
      gate: gateViewOf({ slug: head.slug, rows, judged, decisions, people, now }),
    },
  };
}
