import clsx from "clsx";
import { inner, type Markup, markup } from "@/components/ui/markup";
import { dayOf, formatDay, type ReaderClock } from "@/components/ui/time-format";
import { WrittenItem } from "@/components/ui/written-item";
import type { RailPhase } from "@/lib/domain/project-views";
import { gateChipOf, phaseSentence } from "./gate-words";
import { phaseHref } from "./hrefs";
import { phaseTrack } from "./phase-track";
import { passedCount, railWindow } from "./rail-window";

/** Above this many phases the project page shows the whole track, without names. */
const MOST_NAMED = 6;
const MOST_TRACKED = 14;

interface LargeRailProps {
  slug: string;
  phases: RailPhase[];
  /** key of the phase this page shows */
  current?: string;
  clock: ReaderClock;
}

/**
 * The rail on top of a project. Many phases keep their diamonds; only the neighbours of the present one keep their names.
 * Its phases are markup, because twelve of them are two hundred elements with nothing but links.
 */
export function LargeRail(props: LargeRailProps) {
  return (
    <nav aria-label="Phases" className="panel rail-panel">
      {props.phases.length > MOST_NAMED ? <DenseRail {...props} /> : <NamedRail {...props} />}
    </nav>
  );
}

const phaseInFocus = ({ phases, current }: LargeRailProps) =>
  phases.find((phase) => phase.key === current) ?? phases.find((phase) => phase.status === "ACTIVE");

function leg({ slug, current }: LargeRailProps, phase: RailPhase, content: Markup, sentence?: string) {
  const step = phase.key === current && markup` aria-current="step"`;
  const said = sentence && markup` aria-label="${sentence}" title="${sentence}"`;
  const href = phaseHref(slug, phase.key);
  return <WrittenItem key={phase.id} content={markup`<a href="${href}"${step}${said}>${content}</a>`} />;
}

function NamedRail(props: LargeRailProps) {
  const { phases, clock } = props;
  const many = phases.length > 3;
  const now = many && phaseInFocus(props);
  return (
    <>
      {now && <div aria-hidden="true" className="rail-now" {...inner(station(now, clock))} />}
      <ol className={clsx("rail rail-large", many && "rail-many")}>
        {phases.map((phase) => leg(props, phase, markup`${station(phase, clock)}${phaseTrack(phase)}`))}
      </ol>
    </>
  );
}

function DenseRail(props: LargeRailProps) {
  const { phases, clock } = props;
  const active = phaseInFocus(props);
  const { before, shown, after } = railWindow(phases, MOST_TRACKED, 8);
  return (
    <>
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {active && <span className="station flex-1" {...inner(station(active, clock))} />}
        <details className="rail-all">
          <summary className="num text-fine text-ink-2">
            {passedCount(phases)} of {phases.length} phases passed
          </summary>
          <ol>{phases.map((phase) => leg(props, phase, station(phase, clock)))}</ol>
        </details>
      </div>
      <ol className="rail rail-dense">
        {before.length > 0 && <li className="rail-rest">{before.length} before</li>}
        {shown.map((phase) => leg(props, phase, phaseTrack(phase), phaseSentence(phase)))}
        {after.length > 0 && <li className="rail-rest">{after.length} more</li>}
      </ol>
    </>
  );
}

function dateOf({ passedAt, plannedOn, status }: RailPhase, clock: ReaderClock): Markup | string | null {
  const day = (on: string) => markup`<time datetime="${on}">${formatDay(on, clock)}</time>`;
  if (passedAt) return markup`passed ${day(dayOf(passedAt, clock.zone))}`;
  if (plannedOn) return markup`${status === "PLANNED" ? "planned" : "gate"} ${day(plannedOn)}`;
  return status === "ACTIVE" ? "active" : null;
}

function station(phase: RailPhase, clock: ReaderClock): Markup {
  const { word, tone } = gateChipOf(phase);
  const planned = phase.status === "PLANNED" && phase.gateStatus === "BLOCKED";
  const chip = clsx("chip num", !planned && (phase.status === "ACTIVE" ? "chip-brand" : `chip-${tone}`));
  const said = planned ? "planned" : `gate ${word.toLowerCase()}`;
  return markup`<span class="station"><span class="station-name">${phase.name}</span><span class="station-date">${dateOf(phase, clock)}</span><span class="sr-only">${said}, readiness</span><span class="${chip}">${phase.score ?? "—"}</span></span>`;
}
