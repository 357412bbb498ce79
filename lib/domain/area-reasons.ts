import { type AreaGrade, gradeOf, NO_AREA } from "./readiness";
import type { Requirement } from "./requirements";
import { floorShare, type ScorePart, scoreParts, sumOfParts } from "./score";

/** What a requirement did to its area's grade: earned more, or less, came, went, or weighs something else. */
export const AREA_MOVES = ["GAINED", "LOST", "ADDED", "TAKEN_OUT", "REWEIGHED"] as const;
export type AreaMove = (typeof AREA_MOVES)[number];

export interface AreaReason {
  id: string;
  kind: "item" | "criterion";
  title: string;
  move: AreaMove;
}

/** A requirement that is not in the plan any more. */
export type GoneRequirement = Pick<Requirement, "id" | "kind" | "title" | "area">;

function moveOf(then: ScorePart | undefined, now: ScorePart | undefined): AreaMove | null {
  if (!then || !now) return then ? "TAKEN_OUT" : now ? "ADDED" : null;
  const [, weightThen, creditThen] = then;
  const [, weightNow, creditNow] = now;
  if (weightThen !== weightNow) return "REWEIGHED";
  if (creditThen === creditNow) return null;
  return creditNow > creditThen ? "GAINED" : "LOST";
}

/**
 * Why each area's grade is not what it was ("+5 from alert rules", design 2.2): every requirement that moved since a
 * point of history, by area. What was set not applicable has left the sum, as what was archived has.
 *
 * @param partsThen of the point of history
 * @param gone requirements of that point that are not in the plan any more
 */
export function areaReasons(
  partsThen: readonly ScorePart[],
  requirements: Requirement[],
  gone: readonly GoneRequirement[],
): Map<string, AreaReason[]> {
  const then = new Map(partsThen.map((part) => [part[0], part]));
  const now = new Map(scoreParts(requirements).map((part) => [part[0], part]));
  const reasons = new Map<string, AreaReason[]>();
  for (const { id, kind, title, area } of [...requirements, ...gone]) {
    const move = moveOf(then.get(id), now.get(id));
    if (!move) continue;
    const name = area ?? NO_AREA;
    reasons.set(name, [...(reasons.get(name) ?? []), { id, kind, title, move }]);
  }
  return reasons;
}

/**
 * The grades of the areas at a point of history, told by the areas that requirements have today: for a whole project,
 * of which no point of its own is kept.
 *
 * @param partsThen of the phases together
 * @param known requirements of the plan, and those that are gone
 * @returns by name; a part that nobody knows any more is left out
 */
export function areasThen(
  partsThen: readonly ScorePart[],
  known: readonly Pick<Requirement, "id" | "area">[],
): AreaGrade[] {
  const areaOf = new Map(known.map(({ id, area }) => [id, area ?? NO_AREA]));
  const byArea = new Map<string, ScorePart[]>();
  for (const part of partsThen) {
    const area = areaOf.get(part[0]);
    if (area !== undefined) byArea.set(area, [...(byArea.get(area) ?? []), part]);
  }
  return [...byArea]
    .map(([area, parts]) => {
      const { earned, total } = sumOfParts(parts);
      const score = floorShare(earned, total, 100);
      return { area, score, grade: gradeOf(score) };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}
