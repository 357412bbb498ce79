import "server-only";
import { addDays } from "@/lib/domain/days";
import type { PortfolioProject, PortfolioView } from "@/lib/domain/project-views";
import { dayIn, startOfDayIn } from "@/lib/domain/zoned-day";
import type { WorkspaceAccess } from "./access";
import { readCursor, writeCursor } from "./portfolio-cursor";
import { loadPortfolioEntries, type PortfolioEntry } from "./portfolio-entries";
import { loadPortfolioLines, type PortfolioLine } from "./portfolio-lines";
import { loadSummary } from "./portfolio-summary";
import { earliest } from "./standings";
import { versionCache } from "./version-cache";

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

interface Page {
  /** `null`: the first page */
  cursor?: string | null;
  limit?: number;
}

const kept = versionCache<PortfolioView>(500);

/** What a kept portfolio depends on, besides the state of the workspace. */
const placeOf = ({ workspaceId, actor, role }: WorkspaceAccess, { cursor, limit }: Required<Page>): string =>
  [workspaceId, actor.memberId, role, actor.timeZone, limit, cursor].join(" ");

/**
 * The reader's projects, last changed first, with scores and gates that are true at `now`; three statements at most
 * whatever their number, as long as the stored standings hold, and none for a reader of a workspace in which nothing
 * changed (docs/decisions/0008-version-cache.md).
 *
 * @param page a token limited to one project sees that one
 * @throws AppError INVALID for a cursor that no page gave out
 */
export async function getPortfolio(
  access: WorkspaceAccess,
  now: Date,
  { cursor = null, limit = PAGE }: Page = {},
): Promise<PortfolioView> {
  const page = { cursor, limit };
  const { state } = access;
  const known = state === null ? null : kept.find(placeOf(access, page), state, now);
  if (known) return known;
  const { portfolio, settled, validUntil } = await readPortfolio(access, now, page);
  if (state !== null && settled) kept.keep(placeOf(access, page), state, validUntil, portfolio);
  return portfolio;
}

async function readPortfolio(access: WorkspaceAccess, now: Date, { cursor, limit }: Required<Page>) {
  const after = cursor === null ? null : readCursor(cursor);
  const { timeZone } = access.actor;
  const today = dayIn(now, timeZone);
  const [found, summary] = await Promise.all([
    loadPortfolioEntries(access, now, after, limit + 1),
    loadSummary(access, now, addDays(today, 7), startOfDayIn(addDays(today, 1), timeZone)),
  ]);
  const entries = found.slice(0, limit);
  const lines = await loadPortfolioLines(access, entries, now);
  const last = entries.at(-1);
  const portfolio: PortfolioView = {
    projects: entries.map((entry) => projectOf(entry, lines.of(entry.id))),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    summary: {
      ...summary.numbers,
      blockersOnActivePhases: summary.numbers.blockersOnActivePhases + lines.correction,
    },
  };
  const settled = summary.settled && lines.settled; // the correction is 0 then
  return { portfolio, settled, validUntil: earliest([summary.validUntil, lines.validUntil]) };
}
