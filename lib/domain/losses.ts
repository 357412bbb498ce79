import { CREDIT_UNIT } from "./items";
import { type Requirement, WEIGHT_OF_LEVEL } from "./requirements";
import { floorShare, isScored } from "./score";

/** Points that one requirement keeps from the score. */
export interface Loss {
  id: string;
  kind: "item" | "criterion";
  title: string;
  /** points of a hundred, in steps of a hundredth */
  points: number;
}

/** Losses are handed out in hundredths of a point. */
const STEPS_PER_POINT = 100;

interface Share {
  requirement: Requirement;
  /** weighted credit units lost */
  units: number;
}

function sharesOf(requirements: Requirement[]): Share[] {
  const scored = requirements.filter(isScored);
  const shares = scored.map((requirement) => ({
    requirement,
    units: WEIGHT_OF_LEVEL[requirement.level] * (CREDIT_UNIT - (requirement.credit ?? 0)),
  }));
  const losing = shares.filter((share) => share.units > 0);
  if (losing.length > 0) return losing;
  return scored
    .filter((requirement) => !requirement.satisfied)
    .map((requirement) => ({ requirement, units: WEIGHT_OF_LEVEL[requirement.level] }));
}

/**
 * Lists every requirement that lost something, so that score + losses = 100 for the score as shown (design 2.2). The
 * points between the shown score and 100 are shared in proportion to what each requirement lost, in hundredths, by
 * largest remainder: what rounding the score down took is thereby charged to the same requirements. A loss too small
 * for a hundredth is listed with 0.
 *
 * @param requirements in any order
 * @param score as shown, an integer from 0 to 100; null gives no losses
 * @returns largest first, then by id
 */
export function lossesOf(requirements: Requirement[], score: number | null): Loss[] {
  if (score === null || score === 100) return [];
  const shares = sharesOf(requirements);
  const whole = shares.reduce((sum, share) => sum + share.units, 0);
  const steps = (100 - score) * STEPS_PER_POINT;
  const rows = shares.map((share) => ({
    ...share,
    steps: floorShare(share.units, whole, steps),
    remainder: (share.units * steps) % whole,
  }));
  let left = steps - rows.reduce((sum, row) => sum + row.steps, 0);
  const byId = (a: Share, b: Share) => (a.requirement.id < b.requirement.id ? -1 : 1);
  for (const row of rows.sort((a, b) => b.remainder - a.remainder || byId(a, b))) {
    if (left === 0) break;
    row.steps += 1;
    left -= 1;
  }
  return rows
    .sort((a, b) => b.steps - a.steps || byId(a, b))
    .map(({ requirement: { id, kind, title }, steps: lost }) => ({
      id,
      kind,
      title,
      points: lost / STEPS_PER_POINT,
    }));
}

/** Sum of losses in points, exact: score + this = 100. */
export const sumOfLosses = (losses: Loss[]): number =>
  losses.reduce((sum, loss) => sum + Math.round(loss.points * STEPS_PER_POINT), 0) / STEPS_PER_POINT;
