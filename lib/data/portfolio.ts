import "server-only";
import { addDays } from "@/lib/domain/days";
import type { PortfolioProject, PortfolioView, RailPhase } from "@/lib/domain/project-views";
import { dayIn } from "@/lib/domain/zoned-day";
import type { WorkspaceAccess } from "./access";
import { readCursor, writeCursor } from "./portfolio-cursor";
import { loadPortfolioRows, loadSummary, type PortfolioRow } from "./portfolio-rows";
import { railOf } from "./project-head";
import { freshStandings, type Standing } from "./standings";

export const PAGE = 50;

/** The phase being worked: the first that is not passed; none when all are, or when the project was stopped. */
const activePhaseOf = (phases: RailPhase[]): RailPhase | null =>
  phases.some((phase) => phase.status === "STOPPED")
    ? null
    : (phases.find((phase) => phase.status !== "PASSED") ?? null);

const total = (
  row: PortfolioRow,
  standings: ReadonlyMap<string, Standing>,
  field: "itemsDone" | "itemsTotal",
): number => row.phases.reduce((sum, phase) => sum + (standings.get(phase.phaseId) ?? phase)[field], 0);

function projectOf(row: PortfolioRow, standings: ReadonlyMap<string, Standing>): PortfolioProject {
  const phases = railOf(row, standings);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    phases,
    activePhase: activePhaseOf(phases),
    trend: row.trend,
    itemsDone: total(row, standings, "itemsDone"),
    itemsTotal: total(row, standings, "itemsTotal"),
    waitsForMe: [
      ...(row.waitsForDecision ? (["decision"] as const) : []),
      ...(row.waitsForSignOff ? (["sign-off"] as const) : []),
      ...(row.waitsForWaiver ? (["waiver"] as const) : []),
    ],
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Stored standings of these rows that no longer hold, judged again; the others stay with their row. */
async function judgedAgain(
  access: WorkspaceAccess,
  rows: PortfolioRow[],
  now: Date,
): Promise<ReadonlyMap<string, Standing>> {
  const outdated = rows.filter((row) => row.phases.some((phase) => !phase.fresh)).map((row) => row.id);
  return outdated.length > 0 ? freshStandings(access, outdated, now) : new Map();
}

/** Blockers counted above as last judged, of phases on this page that were judged again since. */
const correction = (rows: PortfolioRow[], standings: ReadonlyMap<string, Standing>): number =>
  rows
    .flatMap((row) => row.phases)
    .filter((phase) => phase.status === "ACTIVE")
    .reduce(
      (sum, phase) => sum + (standings.get(phase.phaseId)?.blockers ?? phase.blockers) - phase.blockers,
      0,
    );

/**
 * The reader's projects, last changed first, with scores and gates that are true at `now`; two statements whatever
 * their number, as long as the stored standings hold.
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
    loadPortfolioRows(access, now, after, limit + 1),
    loadSummary(access, now, dueUntil),
  ]);
  const rows = found.slice(0, limit);
  const standings = await judgedAgain(access, rows, now);
  const last = rows.at(-1);
  return {
    projects: rows.map((row) => projectOf(row, standings)),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    summary: {
      ...summary,
      blockersOnActivePhases: summary.blockersOnActivePhases + correction(rows, standings),
    },
  };
}
