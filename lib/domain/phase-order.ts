import { isSameOrder, placeBefore } from "./placing";
import type { PhaseStatus } from "./words";

/** What the order of phases is judged from; in order. */
export interface OrderedPhase {
  id: string;
  name: string;
  status: PhaseStatus;
  /** a review of its gate is open */
  inReview: boolean;
}

export type PhaseMove = { ok: true; order: string[] } | { ok: false; why: string };

/** True for a phase whose gate was decided for good: its place in the story does not change any more. */
export const isDecided = (phase: Pick<OrderedPhase, "status">): boolean =>
  phase.status === "PASSED" || phase.status === "STOPPED";

/** The phase being worked: the first that is not decided. */
const worked = <T extends Pick<OrderedPhase, "status">>(phases: T[]): T | undefined =>
  phases.find((phase) => !isDecided(phase));

/**
 * Whether a phase may stand before another (null: last). Gates are passed in order (design 2.4), so what was decided
 * keeps its place, nothing comes to stand before it, and the phase whose gate is under review stays the one being worked.
 */
export function movePhase(phases: OrderedPhase[], id: string, before: string | null): PhaseMove {
  const moved = phases.find((phase) => phase.id === id);
  const ids = phases.map((phase) => phase.id);
  const order = placeBefore(ids, id, before);
  if (!moved || !order) return { ok: false, why: "That phase is not in this project any more." };
  if (isSameOrder(ids, order)) return { ok: true, order };
  if (isDecided(moved))
    return { ok: false, why: `The gate of ${moved.name} was decided; its place stays as it was.` };
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const after = order.flatMap((phaseId) => byId.get(phaseId) ?? []);
  const lastDecided = after.findLastIndex(isDecided);
  const place = order.indexOf(id);
  const passedBy = after[lastDecided];
  if (passedBy && place < lastDecided)
    return { ok: false, why: `${moved.name} cannot stand before ${passedBy.name}, whose gate was decided.` };
  const now = worked(phases);
  if (now?.inReview && worked(after)?.id !== now.id)
    return {
      ok: false,
      why: `The gate of ${now.name} is under review. Decide it, or withdraw the review, first.`,
    };
  return { ok: true, order };
}

/**
 * The status each undecided phase has by its place: the first is worked, the others are planned. After a STOP nothing
 * is worked.
 *
 * @param phases in order, without archived ones
 * @returns those whose status changes
 */
export function statusesByPlace(
  phases: Pick<OrderedPhase, "id" | "status">[],
): { id: string; status: PhaseStatus }[] {
  const isStopped = phases.some((phase) => phase.status === "STOPPED");
  const active = isStopped ? undefined : worked(phases);
  return phases.flatMap((phase) => {
    if (isDecided(phase)) return [];
    const status: PhaseStatus = phase === active ? "ACTIVE" : "PLANNED";
    return status === phase.status ? [] : [{ id: phase.id, status }];
  });
}
