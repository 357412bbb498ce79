import "server-only";
import { judgePhase, type PhaseJudgement } from "@/lib/domain/phase-judgement";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { GateStatus } from "@/lib/domain/words";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { loadPhaseRowsUnscoped } from "./phase-rows";
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
  /** it still holds */
  fresh: boolean;
}

/** What the rules say of a phase, and the part of it that is stored. */
export interface Judged extends PhaseJudgement {
  snapshot: PhaseSnapshot;
  standing: Standing;
}

export function judge(snapshot: PhaseSnapshot, projectId: string, now: Date): Judged {
  const judgement = judgePhase(snapshot, now);
  const { itemsDone, itemsTotal, criteriaMet, criteriaTotal, score } = judgement.readiness;
  return {
    ...judgement,
    snapshot,
    standing: {
      phaseId: snapshot.id,
      projectId,
      score,
      gateStatus: judgement.status,
      blockers: judgement.gate.blockers.length,
      itemsDone,
      itemsTotal,
      criteriaMet,
      criteriaTotal,
    },
  };
}

/**
 * Whether the stored standing "s" of project "j" holds: nothing was changed since, and no time limit has passed.
 *
 * @param now the statement's parameter with the moment it is asked for
 */
export const standingHolds = (now: "$2" | "$5"): string =>
  `coalesce(s.version >= j."changedIn" AND (s."validUntil" IS NULL OR s."validUntil" > ${now}), false)`;

/** Columns of a stored standing "s" that may be missing; `now` is $2. */
export const STANDING_COLUMNS = `
  s.score, coalesce(s."gateStatus", 'BLOCKED') AS "gateStatus", coalesce(s.blockers, 0) AS blockers,
  coalesce(s."itemsDone", 0) AS "itemsDone", coalesce(s."itemsTotal", 0) AS "itemsTotal",
  coalesce(s."criteriaMet", 0) AS "criteriaMet", coalesce(s."criteriaTotal", 0) AS "criteriaTotal",
  ${standingHolds("$2")} AS fresh`;

const selectStandings = statement<StandingRow>(`
  SELECT p.id AS "phaseId", p."projectId", ${STANDING_COLUMNS}
  FROM "Phase" p JOIN "Project" j ON j.id = p."projectId" LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
  WHERE p."projectId" = ANY($1::uuid[]) AND j."workspaceId" = $3::uuid AND p."archivedAt" IS NULL`);

/** How many projects are judged again side by side; each takes one connection. */
const AT_ONCE = 4;

/**
 * The standing of every phase of these projects, true at `now`: stored ones where they still hold, the rest judged
 * again. Projects of another workspace are left out.
 */
export async function freshStandings(
  access: WorkspaceAccess | ProjectAccess,
  projectIds: string[],
  now: Date,
): Promise<Map<string, Standing>> {
  const rows = await selectStandings([projectIds, now, access.workspaceId]);
  const standings = new Map<string, Standing>(rows.map((row) => [row.phaseId, row]));
  const outdated = [...new Set(rows.filter((row) => !row.fresh).map((row) => row.projectId))];
  for (let start = 0; start < outdated.length; start += AT_ONCE) {
    const judged = await Promise.all(
      outdated.slice(start, start + AT_ONCE).map((projectId) => judgeProjectUnscoped(projectId, now)),
    );
    for (const { standing } of judged.flatMap((project) => project.phases))
      standings.set(standing.phaseId, standing);
  }
  return standings;
}

/** Every phase of one project as judged together. */
export interface JudgedProject {
  /** the project's version that was judged */
  version: number;
  phases: Judged[];
  /** from this moment on time alone may have changed one of the judgements; null: never */
  validUntil: Date | null;
}

/** The earliest of several moments; null stands for never. */
export const earliest = (moments: (Date | null)[]): Date | null =>
  moments.reduce((first, moment) => (first && (!moment || first <= moment) ? first : moment), null);

/** Unscoped: judges every phase of one project that the caller has found itself. */
export async function judgeProjectUnscoped(projectId: string, now: Date): Promise<JudgedProject> {
  const rows = await loadPhaseRowsUnscoped(projectId);
  if (!rows) return { version: 0, phases: [], validUntil: null };
  const phases = snapshotsOf(rows, now).map((snapshot) => judge(snapshot, projectId, now));
  // A gate can move with an earlier one, so all of them hold only as long as the first to lapse.
  const validUntil = earliest(phases.map((phase) => phase.validUntil));
  return { version: rows.project.version, phases, validUntil };
}

/** Judges every phase of one project. */
export const judgeProject = (access: ProjectAccess, now: Date): Promise<JudgedProject> =>
  judgeProjectUnscoped(access.projectId, now);
