import "server-only";
import { addDays } from "@/lib/domain/days";
import type { PortfolioProject, PortfolioView } from "@/lib/domain/project-views";
import { dayIn } from "@/lib/domain/zoned-day";
import type { WorkspaceAccess } from "./access";
import { readCursor, writeCursor } from "./portfolio-cursor";
import { loadPortfolioEntries, type PortfolioEntry } from "./portfolio-entries";
import { loadPortfolioLines, type PortfolioLine } from "./portfolio-lines";
import { loadSummary } from "./portfolio-summary";

export const PAGE = 50;

const projectOf = (entry: PortfolioEntry, line: PortfolioLine): PortfolioProject => ({
  id: entry.id,
  slug: entry.slug,
  name: entry.name,
  ...line,
  waitsForMe: [
    ...(entry.waitsForDecision ? (["decision"] as const) : []),
    ...(entry.waitsForSignOff ? (["sign-off"] as const) : []),
    ...(entry.waitsForWaiver ? (["waiver"] as const) : []),
  ],
  updatedAt: entry.updatedAt.toISOString(),
});

/**
 * The reader's projects, last changed first, with scores and gates that are true at `now`; three statements at most
 * whatever their number, as long as the stored standings hold.
 *
 * @param page a token limited to one project sees that one
 * @throws AppError INVALID for a cursor that no page gave out
 */
export async function getPortfolio(
  access: WorkspaceAccess,
  now: Date,
  { cursor = null, limit = PAGE }: { cursor?: string | null; limit?: number } = {},
): Promise<PortfolioView> {
  const after = cursor === null ? null : readCursor(cursor);
  const dueUntil = addDays(dayIn(now, access.actor.timeZone), 7);
  const [found, summary] = await Promise.all([
    loadPortfolioEntries(access, now, after, limit + 1),
    loadSummary(access, now, dueUntil),
  ]);
  const entries = found.slice(0, limit);
  const lines = await loadPortfolioLines(access, entries, now);
  const last = entries.at(-1);
  return {
    projects: entries.map((entry) => projectOf(entry, lines.of(entry.id))),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    summary: {
      ...summary,
      blockersOnActivePhases: summary.blockersOnActivePhases + lines.correction,
    },
  };
}
