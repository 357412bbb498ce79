import "server-only";
import { freezeDecision } from "@/lib/domain/decision-record";
import { type CheckResult, checkOf } from "@/lib/domain/gate-check";
import { nextChangeAt } from "@/lib/domain/next-change";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { phaseIn } from "./phase-in";
import { loadPhaseSnapshots } from "./snapshot";

/** The answer of `GET .../check` and of `gate check`. */
export interface GateCheck {
  result: CheckResult;
  reasons: string[];
  /** hash of the gate as it stands now; the same standing gives the same hash */
  snapshotHash: string;
  /** from this moment on time alone may have changed the answer; null: never */
  validUntil: string | null;
}

/** A whole SHA-256, as `snapshotHash` is; shorter ones are commits, which no decision names yet. */
const SNAPSHOT_HASH = /^[0-9a-f]{64}$/i;

/** True for the hash of the gate as it stands, or as the decision in force judged it. */
async function isKnownHash(access: ProjectAccess, decisionId: string | null, sha: string, current: string) {
  if (sha === current) return true;
  if (decisionId === null) return false;
  const where = { id: decisionId, projectId: access.projectId, snapshotHash: sha };
  return (await db().decision.count({ where })) > 0;
}

/**
 * Whether a pipeline may go on behind this gate; see checkOf for what each result means.
 *
 * @param sha a snapshotHash that the caller relies on: when it is neither today's nor the decision's, the answer is
 *   "fail". Anything shorter, such as a commit, is not compared
 * @throws AppError NOT_FOUND for an unknown phase, which a pipeline must read as "fail"
 */
export async function checkGate(
  access: ProjectAccess,
  phaseKey: string,
  sha: string | null,
  now: Date,
): Promise<GateCheck> {
  const snapshots = await loadPhaseSnapshots(access, now);
  const snapshot = phaseIn(snapshots, phaseKey);
  const { snapshotHash } = freezeDecision(snapshot, now);
  const verdict = checkOf(snapshot, now);
  // a gate depends on those before it, so the answer holds only as long as theirs do
  const upToHere = snapshots.slice(0, snapshots.indexOf(snapshot) + 1);
  const times = upToHere.flatMap((phase) => nextChangeAt(phase, now)?.getTime() ?? []);
  const answer = {
    snapshotHash,
    validUntil: times.length > 0 ? new Date(Math.min(...times)).toISOString() : null,
  };
  const wanted = sha?.toLowerCase() ?? "";
  if (
    SNAPSHOT_HASH.test(wanted) &&
    !(await isKnownHash(access, snapshot.decision?.id ?? null, wanted, snapshotHash))
  )
    return {
      ...answer,
      result: "fail",
      reasons: ["The gate no longer stands as that hash says.", ...verdict.reasons],
    };
  return { ...answer, ...verdict };
}
