import clsx from "clsx";
import { type Markup, markup } from "@/components/ui/markup";
import type { RailPhase } from "@/lib/domain/project-views";
import { gateMarkOf } from "./gate-diamond";

/** How far a phase's track is filled, in percent. */
export const fillOf = ({ status, score }: Pick<RailPhase, "status" | "score">) =>
  status === "PASSED" ? 100 : (score ?? 0);

/** A phase's piece of track, filled as far as it is ready, and the gate at its end. */
export function phaseTrack(phase: RailPhase): Markup {
  const { status } = phase;
  const look = clsx("seg", status === "ACTIVE" && "seg-now", status === "STOPPED" && "seg-stop");
  return markup`<span class="track"><span class="${look}" style="--fill:${fillOf(phase)}%"></span><i aria-hidden="true" class="gate gate-${gateMarkOf(phase)}"></i></span>`;
}
