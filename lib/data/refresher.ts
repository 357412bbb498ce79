import "server-only";
import { lapsesOf } from "@/lib/domain/lapses";
import { splitChange } from "@/lib/domain/readiness";
import type { ScorePart } from "@/lib/domain/score";
import { log } from "@/lib/ops/log";
import { pacedWork } from "@/lib/ops/paced-work";
import { onChange } from "./listener";
import { judgeProjectUnscoped } from "./standings";
import { statement } from "./statement";

/**
 * Keeps stored standings and the history of scores up with what happens. Nothing that is shown depends on it being
 * quick: readers judge again what is outdated (lib/data/standings.ts).
 */

interface PointRow {
  phaseId: string;
  day: string;
  parts: ScorePart[];
}

const selectPoints = statement<PointRow>(`
  SELECT DISTINCT ON ("phaseId") "phaseId", day::text AS day, parts FROM "ScorePoint"
  WHERE "phaseId" = ANY($1::uuid[]) AND day < $2::date ORDER BY "phaseId", day DESC`);

const storeStandings = statement(`
  INSERT INTO "PhaseStanding" ("phaseId", "projectId", version, "computedAt", "validUntil", score, earned, total,
    "gateStatus", blockers, "itemsDone", "itemsTotal", "criteriaMet", "criteriaTotal", "lapsedSince")
  SELECT "phaseId", "projectId", $2, $3, "validUntil", score, earned, total, "gateStatus"::"GateStatus", blockers,
    "itemsDone", "itemsTotal", "criteriaMet", "criteriaTotal", "lapsedSince"
  FROM jsonb_to_recordset($1::jsonb) AS x("phaseId" uuid, "projectId" uuid, "validUntil" timestamptz, score int,
    earned bigint, total bigint, "gateStatus" text, blockers int, "itemsDone" int, "itemsTotal" int,
    "criteriaMet" int, "criteriaTotal" int, "lapsedSince" timestamptz)
  ON CONFLICT ("phaseId") DO UPDATE SET version = EXCLUDED.version, "computedAt" = EXCLUDED."computedAt",
    "validUntil" = EXCLUDED."validUntil", score = EXCLUDED.score, earned = EXCLUDED.earned, total = EXCLUDED.total,
    "gateStatus" = EXCLUDED."gateStatus", blockers = EXCLUDED.blockers, "itemsDone" = EXCLUDED."itemsDone",
    "itemsTotal" = EXCLUDED."itemsTotal", "criteriaMet" = EXCLUDED."criteriaMet",
    "criteriaTotal" = EXCLUDED."criteriaTotal", "lapsedSince" = EXCLUDED."lapsedSince"
  WHERE "PhaseStanding".version < EXCLUDED.version
    OR ("PhaseStanding".version = EXCLUDED.version AND "PhaseStanding"."computedAt" <= EXCLUDED."computedAt")`);

const storePoints = statement(`
  INSERT INTO "ScorePoint" ("phaseId", day, score, "formulaVersion", "workDelta", "scopeDelta", parts, areas)
  SELECT "phaseId", $2::date, score, "formulaVersion", "workDelta", "scopeDelta", parts, areas
  FROM jsonb_to_recordset($1::jsonb) AS x("phaseId" uuid, score int, "formulaVersion" int, "workDelta" float8,
    "scopeDelta" float8, parts jsonb, areas jsonb)
  ON CONFLICT ("phaseId", day) DO UPDATE SET score = EXCLUDED.score, "formulaVersion" = EXCLUDED."formulaVersion",
    "workDelta" = EXCLUDED."workDelta", "scopeDelta" = EXCLUDED."scopeDelta", parts = EXCLUDED.parts,
    areas = EXCLUDED.areas`);

/** Judges one project and stores what it finds, with a point of history for each phase that moved today. */
export async function refreshProjectUnscoped(projectId: string, now: Date): Promise<void> {
  const { version, phases, validUntil } = await judgeProjectUnscoped(projectId, now);
  if (phases.length === 0) return;
  const rows = phases.map(({ standing, readiness, snapshot, requirements }) => ({
    ...standing,
    validUntil,
    earned: readiness.earned,
    total: readiness.total,
    // The grace time runs from when a lapse was first seen, and begins anew after a cure.
    lapsedSince:
      lapsesOf(snapshot, now, requirements).length > 0 ? (snapshot.decision?.lapsedSince ?? now) : null,
  }));
  const day = now.toISOString().slice(0, 10);
  const earlier = await selectPoints([phases.map(({ standing }) => standing.phaseId), day]);
  const points = phases.flatMap(({ standing, readiness }) => {
    const previous = earlier.find((point) => point.phaseId === standing.phaseId);
    const { parts, areas, formulaVersion, score } = readiness;
    if (previous && JSON.stringify(previous.parts) === JSON.stringify(parts)) return [];
    const { work, scope } = previous ? splitChange(previous.parts, parts) : { work: 0, scope: 0 };
    return [
      {
        phaseId: standing.phaseId,
        score,
        formulaVersion,
        parts,
        areas,
        workDelta: work,
        scopeDelta: scope,
      },
    ];
  });
  if (points.length > 0) await storePoints([JSON.stringify(points), day]);
  // Last: a standing that is up to date tells readers that the history is, too.
  await storeStandings([JSON.stringify(rows), version, now]);
}

const selectOutdated = statement<{ projectId: string }>(`
  SELECT DISTINCT p."projectId" FROM "Phase" p JOIN "Project" j ON j.id = p."projectId" AND j."archivedAt" IS NULL
  LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
  WHERE p."archivedAt" IS NULL AND (s.version IS NULL OR s.version < j."changedIn" OR s."validUntil" <= $1)
  LIMIT 100`);

/** Judges every project whose standing no longer holds: after a start, and when time alone made the difference. */
export async function refreshOutdatedUnscoped(now: Date): Promise<number> {
  const rows = await selectOutdated([now]);
  for (const { projectId } of rows) await refreshProjectUnscoped(projectId, now);
  return rows.length;
}

/** A project that keeps changing is judged once in this time. */
const SETTLE_MS = 1_000;
const SWEEP_MS = 30_000;

// On globalThis: a bundler may load this module once for each entry, and all of them must share one refresher.
const holder = globalThis as typeof globalThis & { phasegateRefresher?: true };

/**
 * Starts the refresher of this process, once. Several processes may run it: the newest judgement wins.
 * @param sweep further work for every half minute
 */
export function startRefresher(sweep: (now: Date) => Promise<unknown>): void {
  if (holder.phasegateRefresher) return;
  holder.phasegateRefresher = true;
  const guard = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => undefined,
      (error) => log().warn({ error: String(error) }, "refreshing standings failed; it will be tried again"),
    );
  const changed = pacedWork((projectId) => guard(refreshProjectUnscoped(projectId, new Date())), SETTLE_MS);
  const all = () =>
    guard(
      sweep(new Date())
        .then(() => selectOutdated([new Date()]))
        .then((rows) => rows.forEach(({ projectId }) => void changed(projectId))),
    );
  onChange(({ chain }) => changed(chain), all);
  void all();
  setInterval(all, SWEEP_MS).unref();
}
