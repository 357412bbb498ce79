import { onceFor, type Packed, pack, unpack, unusual } from "@/components/ui/packed";
import type { PortfolioProject, PortfolioView, RailPhase } from "@/lib/domain/project-views";

type LinePhase = Omit<RailPhase, "id">;

/** What a line of the portfolio is made of; its slug stands for it. */
export interface PortfolioLine extends Omit<PortfolioProject, "id" | "phases" | "activePhase"> {
  phases: LinePhase[];
}

/** A line on its way: fifty of them stand in a page as data too, so a phase says only how it differs from `USUAL`. */
type SentLine = Omit<PortfolioLine, "phases"> & { phases: Partial<LinePhase>[] };
export type SentLines = Packed<SentLine[]>;

const USUAL: LinePhase = {
  ...{ key: "", name: "", status: "PLANNED", gateStatus: "BLOCKED", score: 0, blockers: 0 },
  ...{ conditional: false, override: false, plannedOn: null, passedAt: null },
};

/** @returns what the table asks for; made once for as long as the portfolio is kept (lib/data/portfolio.ts) */
export const sendLines = onceFor(
  ({ projects }: PortfolioView): SentLines =>
    pack(
      projects.map(({ id, activePhase, phases, ...line }) => ({
        ...line,
        phases: phases.map(({ id, ...phase }) => unusual(phase, USUAL)),
      })),
    ),
);

/** @returns the lines as they were sent, whole */
export const receiveLines = (lines: SentLines): PortfolioLine[] =>
  unpack(lines).map((line) => ({ ...line, phases: line.phases.map((phase) => ({ ...USUAL, ...phase })) }));
