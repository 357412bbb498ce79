import type { RailPhase } from "@/lib/domain/project-views";

type Placed = Pick<RailPhase, "status">;

export interface RailWindow<Phase> {
  /** phases left out on either side of what is shown */
  before: Phase[];
  shown: Phase[];
  after: Phase[];
}

const activeIndex = (phases: Placed[]): number => {
  const index = phases.findIndex((phase) => phase.status === "ACTIVE");
  return index < 0 ? phases.length - 1 : index;
};

/** All phases when they fit, else a window around the one being worked, with one passed phase before it. */
export function railWindow<Phase extends Placed>(
  phases: Phase[],
  most: number,
  width = 3,
): RailWindow<Phase> {
  if (phases.length <= most) return { before: [], shown: phases, after: [] };
  const start = Math.max(0, Math.min(activeIndex(phases) - 1, phases.length - width));
  return {
    before: phases.slice(0, start),
    shown: phases.slice(start, start + width),
    after: phases.slice(start + width),
  };
}

export const passedCount = (phases: Placed[]): number =>
  phases.filter((phase) => phase.status === "PASSED").length;
