import type { RailPhase } from "@/lib/domain/project-views";
import { phaseSentence } from "./gate-words";
import { phaseHref } from "./hrefs";
import { phaseTrack } from "./phase-track";
import { passedCount, railWindow } from "./rail-window";

/** Above this many phases a row of a list shows a window of the rail. */
const MOST_NAMED = 6;

/** The rail in a row of a list: phases are track, gates are diamonds. */
export function SmallRail({ slug, phases }: { slug: string; phases: RailPhase[] }) {
  const { before, shown, after } = railWindow(phases, MOST_NAMED);
  const whole = before.length + after.length === 0;
  return (
    <>
      <ol className="rail">
        {shown.map((phase) => (
          <li key={phase.id}>
            <a
              href={phaseHref(slug, phase.key)}
              className="track"
              aria-label={phaseSentence(phase)}
              title={phaseSentence(phase)}
            >
              {phaseTrack(phase)}
              {whole && <span className="rail-name">{phase.name}</span>}
            </a>
          </li>
        ))}
      </ol>
      {!whole && (
        <p className="rail-name">
          {passedCount(phases)} of {phases.length} phases passed
        </p>
      )}
    </>
  );
}
