import type { PortfolioProject, RailPhase } from "@/lib/domain/project-views";

/** What a line is made of: fifty of them travel to the browser, so nothing that can be told from the rest. */
export interface PortfolioLine extends Omit<PortfolioProject, "phases" | "activePhase"> {
  phases: Omit<RailPhase, "id">[];
}

/** @returns what the table asks for, without what it can find itself */
export const portfolioLine = ({ activePhase, phases, ...project }: PortfolioProject): PortfolioLine => ({
  ...project,
  phases: phases.map(({ id, ...phase }) => phase),
});
