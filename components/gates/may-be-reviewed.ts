import type { ReaderClock } from "@/components/ui/time-format";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { RailPhase } from "@/lib/domain/project-views";
import { whyNoReview } from "@/lib/domain/reviews";

/** The same rule the server asks: the phase being worked, or a passed one whose gate does not hold any more. */
export const mayBeReviewed = (
  phases: RailPhase[],
  { id, name, status, gate }: Pick<PhaseView, "id" | "name" | "status" | "gate">,
  clock: ReaderClock,
): boolean =>
  !gate.review &&
  whyNoReview(phases, { id, name, status, review: null }, gate.status, new Date(clock.now)) === null;
