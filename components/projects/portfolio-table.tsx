"use client";
import { useMemo } from "react";
import type { ReaderClock } from "@/components/ui/time-format";
import { WrittenItem } from "@/components/ui/written-item";
import { receiveLines, type SentLines } from "./portfolio-line";
import { projectLine } from "./project-line";

/**
 * Every project on one line: where it is, how ready, what its gate says. On a phone each line is a card. A client
 * component only because of its length: its data are half of its HTML, and would else travel beside it twice.
 */
export function PortfolioTable({ lines, clock }: { lines: SentLines; clock: ReaderClock }) {
  const projects = useMemo(() => receiveLines(lines), [lines]);
  return (
    <section aria-label="Projects" className="panel portfolio">
      <div className="portfolio-head" aria-hidden="true">
        <span>Project</span>
        <span>Phases and gates</span>
        <span>Readiness</span>
        <span>Gate</span>
        <span>Next gate</span>
      </div>
      <ul>
        {projects.map((project) => (
          <WrittenItem key={project.slug} content={projectLine(project, clock)} />
        ))}
      </ul>
    </section>
  );
}
