import type { AreaReason } from "./area-reasons";
import type { AreaChange } from "./readiness";

/** The areas of a phase or of a whole project, and how their grades moved since a day. */
export interface AreasView {
  /** the day the present grades are held against, "YYYY-MM-DD"; null: there is no history yet */
  comparedWith: string | null;
  /** by name */
  areas: (AreaChange & { because: AreaReason[] })[];
}
