import { CREDIT_UNIT } from "./items";
import { type Requirement, WEIGHT_OF_LEVEL } from "./requirements";

/** Version of the score's formula, stored with every score: old ones are never computed anew with a later formula. */
export const FORMULA_VERSION = 1;

/** A requirement's share in the score: id, weight (1 or 3), credit from 0 to CREDIT_UNIT. Stored with each point of history. */
export type ScorePart = [id: string, weight: number, creditUnits: number];

/** The parts a score is made of (design 2.2): what is applicable and has a weight. */
export function scoreParts(requirements: Requirement[]): ScorePart[] {
  return requirements.flatMap(({ id, level, credit }): ScorePart[] => {
    const weight = WEIGHT_OF_LEVEL[level];
    return weight === 0 || credit === null ? [] : [[id, weight, credit]];
  });
}

/** What was earned and what could be, in weighted credit units: exact integers. */
export function sumOfParts(parts: ScorePart[]): { earned: number; total: number } {
  let earned = 0;
  let total = 0;
  for (const [, weight, creditUnits] of parts) {
    earned += weight * creditUnits;
    total += weight * CREDIT_UNIT;
  }
  return { earned, total };
}

/** `part` of `whole` in whole `steps`, rounded down without a rounding error. */
export const floorShare = (part: number, whole: number, steps: number): number =>
  (part * steps - ((part * steps) % whole)) / whole;

/**
 * The shown score of some requirements: an integer from 0 to 100, rounded down; null when nothing is scored. 100 means
 * that each of them is satisfied: an item with all sub-items ticked earns all, but holds it at 99 until it is done itself.
 */
export function scoreOf(requirements: Requirement[]): number | null {
  const { earned, total } = sumOfParts(scoreParts(requirements));
  if (total === 0) return null;
  const score = floorShare(earned, total, 100);
  return score === 100 && requirements.some((requirement) => isScored(requirement) && !requirement.satisfied)
    ? 99
    : score;
}

/** True for a requirement that is in the sum. */
export const isScored = ({ level, credit }: Requirement): boolean =>
  credit !== null && WEIGHT_OF_LEVEL[level] > 0;
