import "server-only";
import { checkDecision } from "@/lib/domain/decisions";
import { notFound } from "@/lib/domain/errors";
import { judgeGate } from "@/lib/domain/gates";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { PhaseView, ProjectView } from "@/lib/domain/views";
import type { ProjectAccess } from "./access";
import { gateViewOf, loadDecisions } from "./gate-view";
import { loadPhaseRows, type PhaseRows } from "./phase-rows";
import { sectionViewsOf } from "./present-checklist";
import { criterionViewOf } from "./present-criterion";
import { ruleViewsOf } from "./present-sign-offs";
import { type HeadPhase, loadHead, type ProjectHead, projectViewOf, railOf } from "./project-head";
import { loadTrend, readinessViewOf } from "./readiness-view";
import { snapshotsOf } from "./snapshot";
import { type Judgement, judge, type Standing } from "./standings";

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

/** Why a rule keeps the reader from deciding, whatever the outcome; null when none does (design 2.4). */
function whyNotDecide(access: ProjectAccess, snapshot: PhaseSnapshot, now: Date): string | null {
  const verdict = checkDecision({
    outcome: "HOLD",
    reason: "asked only to learn whether another person has to decide",
    verdict: judgeGate(snapshot, now),
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

interface Judged {
  snapshot: PhaseSnapshot;
  judgement: Judgement;
}

/** Judges the wanted phases live; the rest keep their stored standings, which were found fresh. */
function judgeWanted(head: ProjectHead, rows: PhaseRows, wanted: ReadonlySet<string>, now: Date) {
  const known = new Map(head.phases.map((phase) => [phase.phaseId, phase.gateStatus]));
  const standings = new Map<string, Standing>();
  const judged = new Map<string, Judged>();
  for (const snapshot of snapshotsOf(rows, now, wanted, known)) {
    const judgement = judge(snapshot, head.id, now);
    standings.set(snapshot.id, judgement.standing);
    judged.set(snapshot.id, { snapshot, judgement });
  }
  return { standings, judged };
}

function wantedPhase(head: ProjectHead, phaseKey: string | null): HeadPhase {
  const phase =
    phaseKey === null ? phaseToShow(head.phases) : head.phases.find(({ key }) => key === phaseKey);
  if (!phase) throw notFound("The phase");
  return phase;
}

/**
 * Everything the page of one phase shows, judged at `now`.
 *
 * @param phaseKey null: the phase people work on
 * @throws AppError NOT_FOUND
 */
export async function getPhasePage(
  access: ProjectAccess,
  phaseKey: string | null,
  now: Date,
): Promise<PhasePage> {
  const head = await loadHead(access, now);
  const phase = wantedPhase(head, phaseKey);
  const wanted = new Set([
    phase.phaseId,
    ...head.phases.filter(({ fresh }) => !fresh).map(({ phaseId }) => phaseId),
  ]);
  const [rows, trend, decisions] = await Promise.all([
    loadPhaseRows(access.projectId, [...wanted]),
    loadTrend(phase.phaseId),
    loadDecisions(access, phase.phaseId),
  ]);
  if (!rows) throw notFound("The project");
  const { standings, judged } = judgeWanted(head, rows, wanted, now);
  const shown = judged.get(phase.phaseId);
  if (!shown) throw notFound("The phase");
  const { snapshot, judgement } = shown;
  const people = new Map(head.people.map((person) => [person.memberId, person]));
  const project = projectViewOf(access, head, railOf(head, standings), whyNotDecide(access, snapshot, now));
  return {
    project: { ...project, version: rows.project.version },
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
      version: phase.version,
      sections: sectionViewsOf(rows, phase.phaseId, people, now),
      criteria: rows.criteria
        .filter((row) => row.phaseId === phase.phaseId)
        .map((row) => criterionViewOf(row, people, now)),
      rules: ruleViewsOf(access, rows, snapshot, people, now),
      readiness: readinessViewOf(judgement.readiness, trend),
      gate: gateViewOf({ slug: head.slug, rows, snapshot, decisions, people, now }),
    },
  };
}
