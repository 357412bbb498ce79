"use client";
import clsx from "clsx";
import { Day } from "@/components/ui/time";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import type { RailPhase } from "@/lib/domain/project-views";
import { gateChipOf, phaseSentence } from "./gate-words";
import { phaseHref } from "./hrefs";
import { phaseTrack } from "./phase-track";
import { passedCount, railWindow } from "./rail-window";

/** Above this many phases the project page shows the whole track, without names. */
const MOST_NAMED = 6;
const MOST_TRACKED = 14;

const track = (phase: RailPhase) => <span className="track">{phaseTrack(phase)}</span>;

interface LargeRailProps {
  slug: string;
  phases: RailPhase[];
  /** key of the phase this page shows */
  current?: string;
  clock: ReaderClock;
}

/* Client components only because of their length (docs/performance.md). */

/** The rail on top of a project. Many phases keep their diamonds; only the neighbours of the present one keep their names. */
export function LargeRail({ slug, phases, current, clock }: LargeRailProps) {
  if (phases.length > MOST_NAMED)
    return <DenseRail slug={slug} phases={phases} current={current} clock={clock} />;
  const many = phases.length > 3;
  const now = phaseInFocus(phases, current);
  return (
    <nav aria-label="Phases" className="panel rail-panel">
      {many && now && (
        <div aria-hidden="true" className="rail-now">
          {station(now, clock)}
        </div>
      )}
      <ol className={clsx("rail rail-large", many && "rail-many")}>
        {phases.map((phase) => (
          <li key={phase.id}>
            <a href={phaseHref(slug, phase.key)} aria-current={phase.key === current ? "step" : undefined}>
              {station(phase, clock)}
              {track(phase)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const phaseInFocus = (phases: RailPhase[], current?: string) =>
  phases.find((phase) => phase.key === current) ?? phases.find((phase) => phase.status === "ACTIVE");

function DenseRail({ slug, phases, current, clock }: LargeRailProps) {
  const active = phaseInFocus(phases, current);
  const { before, shown, after } = railWindow(phases, MOST_TRACKED, 8);
  return (
    <nav aria-label="Phases" className="panel rail-panel">
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {active && <span className="station flex-1">{station(active, clock)}</span>}
        <details className="rail-all">
          <summary className="num text-fine text-ink-2">
            {passedCount(phases)} of {phases.length} phases passed
          </summary>
          <ol>
            {phases.map((phase) => (
              <li key={phase.id}>
                <a
                  href={phaseHref(slug, phase.key)}
                  aria-current={phase.key === current ? "step" : undefined}
                >
                  {station(phase, clock)}
                </a>
              </li>
            ))}
          </ol>
        </details>
      </div>
      <ol className="rail rail-dense">
        {before.length > 0 && <li className="rail-rest">{before.length} before</li>}
        {shown.map((phase) => (
          <li key={phase.id}>
            <a
              href={phaseHref(slug, phase.key)}
              aria-current={phase.key === current ? "step" : undefined}
              aria-label={phaseSentence(phase)}
              title={phaseSentence(phase)}
            >
              {track(phase)}
            </a>
          </li>
        ))}
        {after.length > 0 && <li className="rail-rest">{after.length} more</li>}
      </ol>
    </nav>
  );
}

function station(phase: RailPhase, clock: ReaderClock) {
  const { word, tone } = gateChipOf(phase);
  const planned = phase.status === "PLANNED" && phase.gateStatus === "BLOCKED";
  return (
    <span className="station">
      <span className="station-name">{phase.name}</span>
      <span className="station-date">
        {phase.passedAt ? (
          <>
            passed <Day day={dayOf(phase.passedAt, clock.zone)} clock={clock} />
          </>
        ) : phase.plannedOn ? (
          <>
            {phase.status === "PLANNED" ? "planned" : "gate"} <Day day={phase.plannedOn} clock={clock} />
          </>
        ) : (
          phase.status === "ACTIVE" && "active"
        )}
      </span>
      <span className="sr-only">{planned ? "planned" : `gate ${word.toLowerCase()}`}, readiness</span>
      <span
        className={clsx("chip num", planned ? "" : phase.status === "ACTIVE" ? "chip-brand" : `chip-${tone}`)}
      >
        {phase.score ?? "—"}
      </span>
    </span>
  );
}
