import { endOfDay, HOUR_MS } from "./days";
import { type Requirement, requirementsOf } from "./requirements";
import { type JudgedSignOff, judgeSignOffs } from "./sign-off-state";
import { ruleStanding } from "./sign-offs";
import type { ConditionSnapshot, DecisionSnapshot, PhaseSnapshot } from "./snapshot";

/** Something that held when a gate was passed and does not now (design 2.4). */
export interface Lapse {
  /** id of the item, criterion or sign-off rule */
  subjectId: string;
  title: string;
  /** when it lapsed by time alone; null when somebody changed it, which the data records */
  since: Date | null;
}

/** The decision that lets the gate stand passed; null when it is not. */
export function passingDecision({ decision }: PhaseSnapshot): DecisionSnapshot | null {
  return decision?.outcome === "GO" || decision?.outcome === "CONDITIONAL_GO" ? decision : null;
}

function lapsedRequirements(
  snapshot: PhaseSnapshot,
  decision: DecisionSnapshot,
  requirements: Requirement[],
): Lapse[] {
  const passedOver = new Set(decision.passedOver);
  const waivers = new Map(
    snapshot.items.map(({ id, state, waiverExpiresAt }) => [id, state === "WAIVED" ? waiverExpiresAt : null]),
  );
  return requirements
    .filter(({ id, level, cleared }) => level === "MUST" && !cleared && !passedOver.has(id))
    .map(({ id, title, judgement }) => {
      const since = judgement?.result === "STALE" ? judgement.staleAt : null;
      return { subjectId: id, title, since: since ?? waivers.get(id) ?? null };
    });
}

/** Rules left short because somebody withdrew or refused after the decision. A stale sign-off is no lapse by itself. */
function lapsedRules(snapshot: PhaseSnapshot, decidedAt: Date, judged: JudgedSignOff[]): Lapse[] {
  return snapshot.policy.signOffRules.flatMap((rule) => {
    const { approved, stale } = ruleStanding(rule, judged, snapshot.soleMember);
    const takenBack = judged.flatMap(({ signOff, state }) => {
      if (signOff.ruleId !== rule.id) return [];
      const at = state === "WITHDRAWN" ? signOff.withdrawnAt : state === "REFUSED" ? signOff.at : null;
      return at !== null && at > decidedAt ? [at] : [];
    });
    const [since] = takenBack.sort((a, b) => a.getTime() - b.getTime());
    if (since === undefined || approved.length + stale.length >= rule.minimum) return [];
    return [{ subjectId: rule.id, title: rule.name, since }];
  });
}

/**
 * What lapsed since the gate was passed (design 2.4): a MUST that does not hold, unless the decision passed over it
 * already, and a rule whose approval was taken back. Empty while the gate is not passed. For the data to record
 * `lapsedSince` when this becomes non-empty, and to clear it when it is empty again.
 */
export function lapsesOf(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
): Lapse[] {
  const decision = passingDecision(snapshot);
  if (decision === null) return [];
  return [
    ...lapsedRequirements(snapshot, decision, requirements),
    ...lapsedRules(snapshot, decision.at, judgeSignOffs(snapshot, now, requirements)),
  ];
}

/**
 * When the grace time of a lapsed gate ends (design 2.4); null when nothing lapsed, or when nobody recorded yet since
 * when.
 */
export function graceEndsAt(snapshot: PhaseSnapshot, lapses: Lapse[]): Date | null {
  const decision = passingDecision(snapshot);
  if (lapses.length === 0 || decision === null) return null;
  const known = [decision.lapsedSince, ...lapses.map(({ since }) => since)].flatMap((at) =>
    at === null ? [] : [Math.max(at.getTime(), decision.at.getTime())],
  );
  return known.length === 0 ? null : new Date(Math.min(...known) + snapshot.graceHours * HOUR_MS);
}

/** True for a condition that is not met and whose due day, in UTC, is over. */
export const isPastDue = (condition: ConditionSnapshot, now: Date): boolean =>
  !condition.met && now >= endOfDay(condition.dueOn);
