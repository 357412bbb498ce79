import { judgeCriterion } from "./criteria";
import { endOfDay, HOUR_MS } from "./days";
import { isCleared } from "./items";
import { judgeSignOffs, ruleStanding } from "./sign-offs";
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

function lapsedRequirements(snapshot: PhaseSnapshot, passedOver: Set<string>, now: Date): Lapse[] {
  const couldLapse = ({ id, level }: { id: string; level: string }) =>
    level === "MUST" && !passedOver.has(id);
  const items = snapshot.items
    .filter((item) => couldLapse(item) && !isCleared(item, snapshot.asksVerification, now))
    .map(({ id, title, state, waiverExpiresAt }) => ({
      subjectId: id,
      title,
      since: state === "WAIVED" ? waiverExpiresAt : null,
    }));
  const criteria = snapshot.criteria.filter(couldLapse).flatMap((criterion) => {
    const { result, staleAt } = judgeCriterion(criterion, now);
    const since = result === "STALE" ? staleAt : null;
    return result === "MET" ? [] : [{ subjectId: criterion.id, title: criterion.text, since }];
  });
  return [...items, ...criteria];
}

/** Rules left short because somebody withdrew or refused after the decision. A stale sign-off is no lapse by itself. */
function lapsedRules(snapshot: PhaseSnapshot, decidedAt: Date, now: Date): Lapse[] {
  const judged = judgeSignOffs(snapshot, now);
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
export function lapsesOf(snapshot: PhaseSnapshot, now: Date): Lapse[] {
  const decision = passingDecision(snapshot);
  if (decision === null) return [];
  return [
    ...lapsedRequirements(snapshot, new Set(decision.passedOver), now),
    ...lapsedRules(snapshot, decision.at, now),
  ];
}

/** When the grace time of a lapsed gate ends (design 2.4); null when nothing lapsed or its beginning is not known. */
export function graceEndsAt(snapshot: PhaseSnapshot, now: Date): Date | null {
  const lapses = lapsesOf(snapshot, now);
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
