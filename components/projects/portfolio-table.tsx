"use client";
import { gateChipOf } from "@/components/phases/gate-words";
import { SmallRail } from "@/components/phases/small-rail";
import { Day, Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { PortfolioProject } from "@/lib/domain/project-views";
import { ScoreNumber } from "./score-number";
import { Sparkline } from "./sparkline";

const WAITS = {
  decision: "In review, yours to decide",
  "sign-off": "Waits for your signature",
  waiver: "A waiver waits for you",
} as const;

/**
 * Every project on one line: where it is, how ready, what its gate says. On a phone each line is a card. A client
 * component only because of its length (docs/performance.md).
 */
export function PortfolioTable({ projects, clock }: { projects: PortfolioProject[]; clock: ReaderClock }) {
  return (
    <section aria-label="Projects" className="panel portfolio">
      <div className="portfolio-head" aria-hidden="true">
        <span>Project</span>
        <span>Phases and gates</span>
        <span>Readiness</span>
        <span>Gate</span>
        <span>Next gate</span>
      </div>
      <ul>{projects.map((project) => projectRow(project, clock))}</ul>
    </section>
  );
}

function projectRow(project: PortfolioProject, clock: ReaderClock) {
  const phase =
    project.activePhase ?? project.phases.find(({ status }) => status === "STOPPED") ?? project.phases.at(-1);
  const [waits] = project.waitsForMe;
  const gate = phase && gateChipOf(phase);
  return (
    <li key={project.id}>
      <div className="min-w-0">
        <h2 className="truncate font-[600]">
          <a href={`/projects/${project.slug}`} className="portfolio-link">
            {project.name}
          </a>
        </h2>
        <p className="num truncate text-fine text-ink-3">
          {phase?.name ?? "No phases yet"} · {project.itemsDone} of {project.itemsTotal} items
        </p>
      </div>
      <div className="portfolio-rail">
        <SmallRail slug={project.slug} phases={project.phases} />
      </div>
      <div className="portfolio-score">
        <ScoreNumber score={phase?.score ?? null} />
        <Sparkline scores={project.trend} />
      </div>
      <div>
        {waits ? (
          <span className="chip chip-brand">{WAITS[waits]}</span>
        ) : (
          gate && <span className={`chip chip-${gate.tone}`}>{gate.word}</span>
        )}
      </div>
      <div className="num portfolio-next">{nextGate(project, clock)}</div>
    </li>
  );
}

function nextGate({ activePhase, phases, updatedAt }: PortfolioProject, clock: ReaderClock) {
  const last = phases.at(-1);
  const finished = !activePhase && last?.passedAt;
  const headline = finished ? (
    "Launched"
  ) : activePhase?.plannedOn ? (
    <Day day={activePhase.plannedOn} clock={clock} />
  ) : (
    "No date"
  );
  return (
    <>
      <p className={activePhase?.plannedOn || finished ? "" : "text-ink-3"}>{headline}</p>
      <p className="text-fine text-ink-3">
        {finished ? (
          <Moment at={finished} clock={clock} />
        ) : (
          <>
            changed <Moment at={updatedAt} clock={clock} />
          </>
        )}
      </p>
    </>
  );
}
