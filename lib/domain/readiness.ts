import { isTicked } from "./items";
import { type Loss, lossesOf } from "./losses";
import { type Requirement, requirementsOf, WEIGHT_OF_LEVEL } from "./requirements";
import { FORMULA_VERSION, floorShare, type ScorePart, scoreOf, scoreParts, sumOfParts } from "./score";
import type { PhaseSnapshot } from "./snapshot";

/** Where requirements without an area are graded. */
export const NO_AREA = "Other";

const GRADES = [
  [97, "A+"],
  [93, "A"],
  [90, "A-"],
  [87, "B+"],
  [83, "B"],
  [80, "B-"],
  [77, "C+"],
  [73, "C"],
  [70, "C-"],
  [60, "D"],
] as const;
export type Grade = (typeof GRADES)[number][1] | "F";

/** The readiness score of one area alone. */
export interface AreaGrade {
  area: string;
  /** integer from 0 to 100, rounded down like the score */
  score: number;
  grade: Grade;
}

/** The readiness of a phase, and why it is what it is. */
export interface Readiness {
  /** integer from 0 to 100, rounded down; null for a phase with nothing to score */
  score: number | null;
  /** weighted credit units, exact integers: score = floor(100 * earned / total) */
  earned: number;
  total: number;
  /** score + losses = 100 */
  losses: Loss[];
  /** share of the weight that was set not applicable, 0 to 1 */
  notApplicableShare: number;
  /** by name; areas with nothing to score are left out */
  areas: AreaGrade[];
  /** of all levels: items ticked (DONE or VERIFIED), out of those applicable */
  itemsDone: number;
  itemsTotal: number;
  /** of all levels */
  criteriaMet: number;
  criteriaTotal: number;
  /** what a point of the history keeps, to tell later work from a changed scope */
  parts: ScorePart[];
  formulaVersion: typeof FORMULA_VERSION;
}

/** The letter of a percentage (design 2.2): 97 and more is A+, under 60 is F. */
export function gradeOf(percent: number): Grade {
  return GRADES.find(([least]) => percent >= least)?.[1] ?? "F";
}

/** The grades of areas by their requirements, by name; areas with nothing to score are left out. */
export function areasOf(requirements: Requirement[]): AreaGrade[] {
  const byArea = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const area = requirement.area ?? NO_AREA;
    const members = byArea.get(area);
    if (members) members.push(requirement);
    else byArea.set(area, [requirement]);
  }
  return [...byArea]
    .flatMap(([area, members]) => {
      const score = scoreOf(members);
      return score === null ? [] : [{ area, score, grade: gradeOf(score) }];
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}

function notApplicableShareOf(requirements: Requirement[]): number {
  let whole = 0;
  let left = 0;
  for (const { level, credit } of requirements) {
    whole += WEIGHT_OF_LEVEL[level];
    if (credit === null) left += WEIGHT_OF_LEVEL[level];
  }
  return whole === 0 ? 0 : left / whole;
}

/**
 * The readiness score of a phase with every point lost (design 2.2). The order of requirements does not matter.
 *
 * @param requirements of the same snapshot and time, from a caller who has them
 */
export function readinessOf(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
): Readiness {
  const items = requirements.filter(
    (requirement) => requirement.kind === "item" && requirement.credit !== null,
  );
  const criteria = requirements.filter((requirement) => requirement.kind === "criterion");
  const parts = scoreParts(requirements);
  const score = scoreOf(requirements);
  return {
    score,
    ...sumOfParts(parts),
    losses: lossesOf(requirements, score),
    notApplicableShare: notApplicableShareOf(requirements),
    areas: areasOf(requirements),
    itemsDone: items.filter(({ itemState }) => itemState !== null && isTicked(itemState)).length,
    itemsTotal: items.length,
    criteriaMet: criteria.filter((criterion) => criterion.satisfied).length,
    criteriaTotal: criteria.length,
    parts,
    formulaVersion: FORMULA_VERSION,
  };
}

/** How an area's grade moved since a date. */
export interface AreaChange {
  area: string;
  /** null when the area was not there */
  previous: AreaGrade | null;
  /** null when it is gone */
  current: AreaGrade | null;
  /** points gained (negative: lost); null when one side is missing */
  change: number | null;
}

/** The change of each area between two dates (design 2.2, "Monitoring A 95 -> A+ 100"), by name. */
export function changeSince(previousAreas: AreaGrade[], currentAreas: AreaGrade[]): AreaChange[] {
  const names = [...new Set([...previousAreas, ...currentAreas].map(({ area }) => area))].sort();
  return names.map((area) => {
    const previous = previousAreas.find((grade) => grade.area === area) ?? null;
    const current = currentAreas.find((grade) => grade.area === area) ?? null;
    return {
      area,
      previous,
      current,
      change: previous === null || current === null ? null : current.score - previous.score,
    };
  });
}

/** The unrounded score in hundredths of a point; 0 for an empty phase. */
function hundredthsOf(parts: ScorePart[]): number {
  const { earned, total } = sumOfParts(parts);
  return total === 0 ? 0 : floorShare(earned, total, 10_000);
}

/**
 * Splits the change between two points of history into work done and scope changed (design 2.2). Work is what the score
 * would have moved by had the scope stayed: the old requirements and weights with today's credits. The rest is scope:
 * requirements added, removed, set not applicable, or given another level.
 *
 * @returns points of the unrounded score in hundredths; work + scope is the whole change
 */
export function splitChange(
  previousParts: ScorePart[],
  currentParts: ScorePart[],
): { work: number; scope: number } {
  const creditNow = new Map(currentParts.map(([id, , creditUnits]) => [id, creditUnits]));
  const worked = previousParts.map(
    ([id, weight, creditUnits]): ScorePart => [id, weight, creditNow.get(id) ?? creditUnits],
  );
  const between = hundredthsOf(worked);
  return {
    work: (between - hundredthsOf(previousParts)) / 100,
    scope: (hundredthsOf(currentParts) - between) / 100,
  };
}
