import { NO_AREA } from "./readiness";
import type { Requirement } from "./requirements";
import { type ScorePart, scoreParts } from "./score";

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
