import "server-only";
import { type DecisionRecord, isRecordIntact } from "@/lib/domain/decision-record";
import { notFound } from "@/lib/domain/errors";
import type { DecisionView } from "@/lib/domain/gate-views";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { decisionViewOf, loadDecision } from "./gate-view";
import { listProjectPeople } from "./members";
import type { People } from "./present-checklist";

/** A decision with the gate as it was judged. */
export interface DecisionDetail {
  decision: DecisionView;
  project: { name: string };
  phase: { id: string; key: string; name: string };
  /** number of the review it closed; null when it was taken without one */
  reviewNumber: number | null;
  record: DecisionRecord;
  /** the record says what it said when it was stored */
  intact: boolean;
  /** member id -> name, for the people the record names */
  names: Record<string, string>;
}

async function peopleOf(access: ProjectAccess): Promise<People> {
  const people = await listProjectPeople(access);
  return new Map(people.map(({ memberId, name, role }) => [memberId, { memberId, name, role }]));
}

async function rowOf(access: ProjectAccess, decisionId: string) {
  const row = isId(decisionId) ? await loadDecision(access, decisionId) : null;
  if (!row) throw notFound("The decision");
  return row;
}

/** A decision as lists show it. @throws AppError NOT_FOUND */
export async function getDecisionView(access: ProjectAccess, decisionId: string): Promise<DecisionView> {
  const [row, people] = await Promise.all([rowOf(access, decisionId), peopleOf(access)]);
  return decisionViewOf(row, people);
}

/** The gate as a decision judged it. @throws AppError NOT_FOUND */
export async function getDecisionRecord(access: ProjectAccess, decisionId: string) {
  const row = await db().decision.findFirst({
    where: { id: decisionId, projectId: access.projectId },
    select: {
      snapshot: true,
      snapshotHash: true,
      phase: { select: { id: true, key: true, name: true, project: { select: { name: true } } } },
      review: { select: { number: true } },
    },
  });
  if (!row) throw notFound("The decision");
  const { review, snapshotHash } = row;
  const { project, ...phase } = row.phase;
  // Only storeDecision writes this column, and it writes what freezeDecision made.
  const record = row.snapshot as unknown as DecisionRecord;
  return { project, phase, snapshotHash, record, reviewNumber: review?.number ?? null };
}

/**
 * A decision and the gate exactly as it was judged then, whatever has become of the plan since (design 2.4).
 * @throws AppError NOT_FOUND
 */
export async function getDecision(access: ProjectAccess, decisionId: string): Promise<DecisionDetail> {
  const row = await rowOf(access, decisionId);
  const [people, { record, snapshotHash, project, phase, reviewNumber }] = await Promise.all([
    peopleOf(access),
    getDecisionRecord(access, decisionId),
  ]);
  return {
    decision: decisionViewOf(row, people),
    project,
    phase,
    reviewNumber,
    record,
    intact: isRecordIntact(record) && record.snapshotHash === snapshotHash,
    names: Object.fromEntries([...people].map(([id, { name }]) => [id, name])),
  };
}
