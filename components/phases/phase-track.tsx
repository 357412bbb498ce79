import clsx from "clsx";
import type { RailPhase } from "@/lib/domain/project-views";
import { GateDiamond, gateMarkOf } from "./gate-diamond";

const segmentClass = ({ status }: RailPhase) =>
  clsx("seg", status === "ACTIVE" && "seg-now", status === "STOPPED" && "seg-stop");

/** How far a phase's track is filled, in percent. */
export const fillOf = ({ status, score }: Pick<RailPhase, "status" | "score">) =>
  status === "PASSED" ? 100 : (score ?? 0);

/** A phase's piece of track, filled as far as it is ready, and the gate at its end. */
export const phaseTrack = (phase: RailPhase) => (
  <>
    <span className={segmentClass(phase)} style={{ "--fill": `${fillOf(phase)}%` }} />
    <GateDiamond mark={gateMarkOf(phase)} />
  </>
);
