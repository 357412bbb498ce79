import "server-only";
import { judgeGate, gateStatus, nextChangeAt } from "@/lib/domain/gates";
import { type Readiness, readinessOf } from "@/lib/domain/readiness";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { GateStatus } from "@/lib/domain/words";
import { loadPhaseRows } from "./phase-rows";
import { snapshotsOf } from "./snapshot";
import { statement } from "./statement";

/** A phase as judged: what lists show without judging again. */
export interface Standing {
  phaseId: string;
  projectId: string;
  score: number | null;
  gateStatus: GateStatus;
  blockers: number;
  itemsDone: number;
  itemsTotal: number;
  criteriaMet: number;
  criteriaTotal: number;
}

export interface StandingRow extends Standing {
  /** the stored judgement still holds: nothing was changed since, and no time limit has passed */
  fresh: boolean;
}

export interface Judgement {
  standing: Standing;
  readiness: Readiness;
  /** from this moment on time alone may have changed the judgement; null: never */
  validUntil: Date | null;
}

export function judge(snapshot: PhaseSnapshot, projectId: string, now: Date): Judgement {
  const readiness = readinessOf(snapshot, now);
  const { itemsDone, itemsTotal, criteriaMet, criteriaTotal, score } = readiness;
  return {
    readiness,
    validUntil: nextChangeAt(snapshot, now),
    standing: {
      phaseId: snapshot.id,
      projectId,
      score,
      gateStatus: gateStatus(snapshot, now),
      blockers: judgeGate(snapshot, now).blockers.length,
      itemsDone,
      itemsTotal,
      criteriaMet,
      criteriaTotal,
    },
  };
}

const selectStandings = statement<StandingRow>(`
  SELECT p.id AS "phaseId", p."projectId", s.score, coalesce(s."gateStatus", 'BLOCKED') AS "gateStatus",
         coalesce(s.blockers, 0) AS blockers, coalesce(s."itemsDone", 0) AS "itemsDone",
         coalesce(s."itemsTotal", 0) AS "itemsTotal", coalesce(s."criteriaMet", 0) AS "criteriaMet",
         coalesce(s."criteriaTotal", 0) AS "criteriaTotal",
         coalesce(s.version >= p."changedIn" AND (s."validUntil" IS NULL OR s."validUntil" > $2), false) AS fresh
  FROM "Phase" p LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
  WHERE p."projectId" = ANY($1::uuid[]) AND p."archivedAt" IS NULL`);

/** How many projects are judged again side by side; each takes one connection. */
const AT_ONCE = 4;

/**
 * The standing of every phase of these projects, true at `now`: stored ones where they still hold, the rest judged
 * again. Callers pass ids they have opened.
 */
export async function freshStandings(projectIds: string[], now: Date): Promise<Map<string, Standing>> {
  const rows = await selectStandings([projectIds, now]);
  const standings = new Map<string, Standing>(rows.map((row) => [row.phaseId, row]));
  const outdated = [...new Set(rows.filter((row) => !row.fresh).map((row) => row.projectId))];
  for (let start = 0; start < outdated.length; start += AT_ONCE) {
    const judged = await Promise.all(
      outdated.slice(start, start + AT_ONCE).map((projectId) => judgeProject(projectId, now)),
    );
    for (const { standing } of judged.flatMap((project) => project.judgements))
      standings.set(standing.phaseId, standing);
  }
  return standings;
}

/** Judges every phase of one project. `version` is the project's version that was judged. */
export async function judgeProject(
  projectId: string,
  now: Date,
): Promise<{ version: number; judgements: (Judgement & { snapshot: PhaseSnapshot })[] }> {
  const rows = await loadPhaseRows(projectId, null);
  if (!rows) return { version: 0, judgements: [] };
  const judgements = snapshotsOf(rows, now).map((snapshot) => ({ ...judge(snapshot, projectId, now), snapshot }));
  return { version: rows.project.version, judgements };
}

/** Standings of one project without judging: pages that load a phase anyway judge what is outdated themselves. */
export const storedStandings = (projectId: string, now: Date): Promise<StandingRow[]> =>
  selectStandings([[projectId], now]);
