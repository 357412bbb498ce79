import "server-only";
import { gateDifferences } from "@/lib/domain/gate-differences";
import type { GateRoomView, SinceView } from "@/lib/domain/gate-room-views";
import { isAheadOf, openOutcomes } from "@/lib/domain/open-outcomes";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";
import type { ProjectAccess } from "./access";
import { getDecisionRecord } from "./decision-detail";
import { listIntegrityNotes } from "./integrity";
import { getPhasePage } from "./phase-page";
import { listPhaseWaivers } from "./waiver-list";

async function sinceOf(access: ProjectAccess, { gate, readiness }: PhaseView): Promise<SinceView | null> {
  const [last] = gate.history;
  if (!last) return null;
  const { record, reviewNumber } = await getDecisionRecord(access, last.id);
  const now = { score: readiness.score, blockers: gate.blockers };
  return { ...gateDifferences(record, now), decisionId: last.id, outcome: last.outcome, reviewNumber };
}

const outcomesOf = ({ phases, people }: ProjectView, { id, status, gate }: PhaseView) =>
  openOutcomes({
    status,
    gateStatus: gate.status,
    hasReview: gate.review !== null,
    isDecided: gate.decision !== null,
    isLastPhase: phases.at(-1)?.id === id,
    isAhead: isAheadOf(phases, id),
    soleMember: people.length === 1,
  });

/**
 * Everything the room shows in which a gate is reviewed and decided, judged at `now`.
 * @throws AppError NOT_FOUND
 */
export async function getGateRoom(access: ProjectAccess, phaseKey: string, now: Date): Promise<GateRoomView> {
  const { project, phase } = await getPhasePage(access, phaseKey, now);
  const [notes, waivers, since] = await Promise.all([
    listIntegrityNotes(access, phase.id, now),
    listPhaseWaivers(access, phase.id, now),
    sinceOf(access, phase),
  ]);
  return { project, phase, notes, waivers, since, outcomes: outcomesOf(project, phase) };
}
