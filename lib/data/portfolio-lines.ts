import "server-only";
import { activePhaseOf } from "@/lib/domain/active-phase";
import { groupBy } from "@/lib/domain/group-by";
import type { PortfolioProject } from "@/lib/domain/project-views";
import type { WorkspaceAccess } from "./access";
import type { PortfolioEntry } from "./portfolio-entries";
import { type RailSource, railOf } from "./project-head";
import { earliest, freshStandings, type Standing, standingHolds } from "./standings";
import { statement } from "./statement";
import { versionCache } from "./version-cache";

/** A phase of a project of the list, with its stored standing. */
interface LinePhase extends RailSource {
  projectId: string;
  itemsDone: number;
  itemsTotal: number;
  fresh: boolean;
  validUntil: Date | null;
  /** scores by day, newest last; only on the phase being worked, else on the last one */
  trend: number[] | null;
}

/** What a project's line says to every reader alike. */
export type PortfolioLine = Pick<
  PortfolioProject,
  "phases" | "activePhase" | "trend" | "itemsDone" | "itemsTotal"
>;

/** Days of history on a line of the list. */
const TREND = 30;

// One row for each phase: PostgreSQL takes longer to build JSON of so many fields than the driver to read them.
const selectPhases = statement<LinePhase>(`
  WITH line AS (
    SELECT p."projectId", p.position, p.id AS "phaseId", p.key, p.name, p.status,
      p."plannedOn"::text AS "plannedOn", d.outcome, d.override, to_json(d.at) #>> '{}' AS "decidedAt", s.score,
      coalesce(s."gateStatus", 'BLOCKED') AS "gateStatus", coalesce(s.blockers, 0) AS blockers,
      coalesce(s."itemsDone", 0) AS "itemsDone", coalesce(s."itemsTotal", 0) AS "itemsTotal",
      ${standingHolds("$2")} AS fresh, s."validUntil",
      row_number() OVER (PARTITION BY j.id ORDER BY p.status = 'PASSED',
        CASE WHEN p.status = 'PASSED' THEN -p.position ELSE p.position END) = 1 AS worked
    FROM "Project" j JOIN "Phase" p ON p."projectId" = j.id AND p."archivedAt" IS NULL
    LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
    LEFT JOIN LATERAL (
      SELECT outcome, override, at FROM "Decision"
      WHERE "phaseId" = p.id AND "supersededById" IS NULL ORDER BY at DESC LIMIT 1) d ON true
    WHERE j.id = ANY($1::uuid[]) AND j."workspaceId" = $3::uuid
  )
  SELECT line.*, CASE WHEN worked THEN (
    SELECT json_agg(c.score ORDER BY c.day) FROM (
      SELECT day, score FROM "ScorePoint" WHERE "phaseId" = line."phaseId" AND score IS NOT NULL
      ORDER BY day DESC LIMIT ${TREND}) c) END AS trend
  FROM line ORDER BY "projectId", position`);

function lineOf(phases: LinePhase[], standings: ReadonlyMap<string, Standing>): PortfolioLine {
  const rail = railOf({ phases }, standings);
  const total = (field: "itemsDone" | "itemsTotal") =>
    phases.reduce((sum, phase) => sum + (standings.get(phase.phaseId) ?? phase)[field], 0);
  return {
    phases: rail,
    activePhase: activePhaseOf(rail),
    trend: phases.find(({ trend }) => trend)?.trend ?? [],
    itemsDone: total("itemsDone"),
    itemsTotal: total("itemsTotal"),
  };
}

/** Blockers as last stored, of active phases that were judged again since. */
const correctionOf = (phases: LinePhase[], standings: ReadonlyMap<string, Standing>): number =>
  phases
    .filter((phase) => phase.status === "ACTIVE")
    .reduce(
      (sum, phase) => sum + (standings.get(phase.phaseId)?.blockers ?? phase.blockers) - phase.blockers,
      0,
    );

export interface PortfolioLines {
  of: (projectId: string) => PortfolioLine;
  /** what is to be added to the stored number of blockers on active phases, so that it is true at `now` */
  correction: number;
  /** all were judged as they are; else they are true now, and nobody knows for how long */
  settled: boolean;
  /** from this moment on time alone may have changed one; null: never */
  validUntil: Date | null;
}

interface KeptLine {
  line: PortfolioLine;
  validUntil: Date | null;
}

const kept = versionCache<KeptLine>(1_000);
const NO_PHASES = lineOf([], new Map());

/** The lines of these projects, true at `now`: those kept by version, the rest read in one statement. */
export async function loadPortfolioLines(
  access: WorkspaceAccess,
  entries: Pick<PortfolioEntry, "id" | "version">[],
  now: Date,
): Promise<PortfolioLines> {
  const lines = new Map<string, PortfolioLine>();
  const limits: (Date | null)[] = [];
  const of = (id: string) => lines.get(id) ?? NO_PHASES;
  for (const { id, version } of entries) {
    const found = kept.find(id, String(version), now);
    if (!found) continue;
    lines.set(id, found.line);
    limits.push(found.validUntil);
  }
  const missing = entries.filter(({ id }) => !lines.has(id));
  if (missing.length === 0) return { of, correction: 0, settled: true, validUntil: earliest(limits) };
  const rows = await selectPhases([missing.map(({ id }) => id), now, access.workspaceId]);
  const outdated = [...new Set(rows.filter(({ fresh }) => !fresh).map(({ projectId }) => projectId))];
  const standings = outdated.length > 0 ? await freshStandings(access, outdated, now) : new Map();
  const byProject = groupBy(rows, ({ projectId }) => projectId);
  for (const { id, version } of missing) {
    const phases = byProject.get(id) ?? [];
    const line = lineOf(phases, standings);
    lines.set(id, line);
    const validUntil = earliest(phases.map((phase) => phase.validUntil));
    limits.push(validUntil);
    // With a standing that has caught up the history has, too (lib/data/refresher.ts).
    if (phases.every(({ fresh }) => fresh)) kept.keep(id, String(version), validUntil, { line, validUntil });
  }
  const settled = outdated.length === 0;
  return { of, correction: correctionOf(rows, standings), settled, validUntil: earliest(limits) };
}
