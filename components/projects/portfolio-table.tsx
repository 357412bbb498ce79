"use client";
import { useMemo } from "react";
import { gateChipOf } from "@/components/phases/gate-words";
import { smallRail } from "@/components/phases/small-rail";
import { type Packed, unpack } from "@/components/ui/packed";
import { formatDay, formatMoment, type ReaderClock } from "@/components/ui/time-format";
import { activePhaseOf } from "@/lib/domain/active-phase";
import type { PortfolioLine } from "./portfolio-line";
import { ScoreNumber } from "./score-number";
import { Sparkline } from "./sparkline";

const WAITS = {
  decision: "In review, yours to decide",
  "sign-off": "Waits for your signature",
  waiver: "A waiver waits for you",
} as const;

/**
 * Every project on one line: where it is, how ready, what its gate says. On a phone each line is a card. A client
 * component only because of its length, and flat: portfolio.css places what stands on a line (docs/performance.md).
 */
export function PortfolioTable({ lines, clock }: { lines: Packed<PortfolioLine[]>; clock: ReaderClock }) {
  const projects = useMemo(() => unpack(lines), [lines]);
  return (
    <section aria-label="Projects" className="panel portfolio">
      <div className="portfolio-head" aria-hidden="true">
        <span>Project</span>
        <span>Phases and gates</span>
        <span>Readiness</span>
        <span>Gate</span>
        <span>Next gate</span>
      </div>
      <ul>{projects.map((project) => projectLine(project, clock))}</ul>
    </section>
  );
}

function projectLine(project: PortfolioLine, clock: ReaderClock) {
  const { phases } = project;
  const phase = activePhaseOf(phases) ?? phases.find(({ status }) => status === "STOPPED") ?? phases.at(-1);
  const [waits] = project.waitsForMe;
  const gate = phase && gateChipOf(phase);
  return (
    <li key={project.id}>
      <a href={`/projects/${project.slug}`} className="portfolio-link">
        {project.name}
      </a>
      <span className="portfolio-where">
        {`${phase?.name ?? "No phases yet"} · ${project.itemsDone} of ${project.itemsTotal} items`}
      </span>
      {smallRail(project.slug, phases)}
      <span className="portfolio-score">
        <ScoreNumber score={phase?.score ?? null} />
        <Sparkline scores={project.trend} />
      </span>
      {waits ? (
        <span className="chip chip-brand">{WAITS[waits]}</span>
      ) : (
        gate && <span className={`chip chip-${gate.tone}`}>{gate.word}</span>
      )}
      {nextGate(project, clock)}
    </li>
  );
}

function nextGate({ phases, updatedAt }: PortfolioLine, clock: ReaderClock) {
  const activePhase = activePhaseOf(phases);
  const launched = activePhase ? null : phases.at(-1)?.passedAt;
  const planned = activePhase?.plannedOn;
  const moment = launched ?? updatedAt;
  return (
    <>
      {planned ? (
        <time className="portfolio-next" dateTime={planned}>
          {formatDay(planned, clock)}
        </time>
      ) : (
        <span className={launched ? "portfolio-next" : "portfolio-next portfolio-none"}>
          {launched ? "Launched" : "No date"}
        </span>
      )}
      <time className="portfolio-moment" dateTime={moment}>
        {launched ? formatMoment(moment, clock) : `changed ${formatMoment(moment, clock)}`}
      </time>
    </>
  );
}
