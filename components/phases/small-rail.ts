import clsx from "clsx";
import { type Markup, markup } from "@/components/ui/markup";
import type { RailPhase } from "@/lib/domain/project-views";
import { gateMarkOf } from "./gate-diamond";
import { phaseSentence } from "./gate-words";
import { phaseHref } from "./hrefs";
import { fillOf } from "./phase-track";
import { passedCount, railWindow } from "./rail-window";

/** Above this many phases a row of a list shows a window of the rail. */
const MOST_NAMED = 6;

/** A phase on a line of a list; its key stands for it. */
type LinePhase = Omit<RailPhase, "id">;

const legClass = (phase: LinePhase) =>
  clsx(
    "rail-leg",
    phase.status === "ACTIVE" && "rail-leg-now",
    phase.status === "STOPPED" && "rail-leg-stop",
    `gate-${gateMarkOf(phase)}`,
  );

/** The rail in a row of a list: phases are track, gates are diamonds, and each phase is one link (rail.css). */
export function smallRail(slug: string, phases: LinePhase[]): Markup {
  const { before, shown, after } = railWindow(phases, MOST_NAMED);
  const whole = before.length + after.length === 0;
  const legs = shown.map((phase) => {
    const sentence = phaseSentence(phase);
    const name = whole ? markup`>${phase.name}` : markup` aria-label="${sentence}">`;
    return markup`<a href="${phaseHref(slug, phase.key)}" class="${legClass(phase)}" style="--fill:${fillOf(phase)}%" title="${sentence}"${name}</a>`;
  });
  const passed = whole
    ? null
    : markup`<p class="rail-name">${passedCount(phases)} of ${phases.length} phases passed</p>`;
  return markup`<div class="rail">${legs}${passed}</div>`;
}
