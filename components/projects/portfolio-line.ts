import { type Packed, pack } from "@/components/ui/packed";
import type { PortfolioProject, PortfolioView, RailPhase } from "@/lib/domain/project-views";

/** What a line is made of: fifty of them travel to the browser, so nothing that can be told from the rest. */
export interface PortfolioLine extends Omit<PortfolioProject, "phases" | "activePhase"> {
  phases: Omit<RailPhase, "id">[];
}

const lineOf = ({ activePhase, phases, ...project }: PortfolioProject): PortfolioLine => ({
  ...project,
  phases: phases.map(({ id, ...phase }) => phase),
});

const packed = new WeakMap<PortfolioView, Packed<PortfolioLine[]>>();

/** @returns what the table asks for; packed once for as long as the portfolio is kept (lib/data/portfolio.ts) */
export function packedLines(portfolio: PortfolioView): Packed<PortfolioLine[]> {
  const known = packed.get(portfolio);
  if (known) return known;
  const lines = pack(portfolio.projects.map(lineOf));
  packed.set(portfolio, lines);
  return lines;
}
