import { type CriterionJudgement, judgeCriterion } from "./criteria";
import { CREDIT_UNIT, effectiveItemState, isCleared, isSatisfied, itemCredit } from "./items";
import type { CriterionSnapshot, ItemSnapshot, PhaseSnapshot } from "./snapshot";
import type { ItemState, Level } from "./words";

/** Weight of a level in the readiness score (design 2.2). */
export const WEIGHT_OF_LEVEL: Record<Level, number> = { MUST: 3, SHOULD: 1, COULD: 0 };

/** An item or a criterion as it stands now, in what score, sign-offs and gate ask of both. */
export interface Requirement {
  id: string;
  kind: "item" | "criterion";
  title: string;
  level: Level;
  area: string | null;
  /** DONE (VERIFIED where asked) or MET */
  satisfied: boolean;
  /** satisfied, waived or not applicable: it does not hold up the gate */
  cleared: boolean;
  /** 0 to CREDIT_UNIT; null when not applicable, which leaves the sum */
  credit: number | null;
  /** as it counts now; null for a criterion */
  itemState: ItemState | null;
  /** a criterion's full judgement; null for an item */
  judgement: CriterionJudgement | null;
  /** one sentence on why it stands as it does; null where the state says it all */
  reason: string | null;
}

function requirementOfCriterion(criterion: CriterionSnapshot, now: Date): Requirement {
  const judgement = judgeCriterion(criterion, now);
  const satisfied = judgement.result === "MET";
  return {
    id: criterion.id,
    kind: "criterion",
    title: criterion.text,
    level: criterion.level,
    area: criterion.area,
    satisfied,
    cleared: satisfied,
    credit: satisfied ? CREDIT_UNIT : 0,
    itemState: null,
    judgement,
    reason: judgement.reason,
  };
}

function reasonOfItem(item: ItemSnapshot, counted: ItemState, satisfied: boolean): string | null {
  if (item.state === "WAIVED" && counted === "OPEN") return "Its waiver has expired.";
  if (counted === "DONE" && !satisfied) return "It is done, but nobody has verified it yet.";
  return counted === "IN_PROGRESS" ? "It is in progress." : null;
}

function requirementOfItem(item: ItemSnapshot, asksVerification: boolean, now: Date): Requirement {
  const itemState = effectiveItemState(item, now);
  const satisfied = isSatisfied(item, asksVerification, now);
  return {
    id: item.id,
    kind: "item",
    title: item.title,
    level: item.level,
    area: item.area,
    satisfied,
    cleared: isCleared(item, asksVerification, now),
    credit: itemCredit(item, asksVerification, now),
    itemState,
    judgement: null,
    reason: reasonOfItem(item, itemState, satisfied),
  };
}

/**
 * Every item, then every criterion of a phase as it stands now, in the phase's order. Judging criteria is the dear part
 * of every verdict, so the rules that need this take it from a caller who has it already.
 */
export function requirementsOf(snapshot: PhaseSnapshot, now: Date): Requirement[] {
  return [
    ...snapshot.items.map((item) => requirementOfItem(item, snapshot.asksVerification, now)),
    ...snapshot.criteria.map((criterion) => requirementOfCriterion(criterion, now)),
  ];
}
