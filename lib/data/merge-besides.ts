import "server-only";
import type { ItemState } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import type { ChangedRows, RowChange } from "./changed-rows";
import { insertMany } from "./insert-many";
import type { MergeWriter } from "./merge-writer";
import { newId } from "./new-id";
import { settleStatuses } from "./phases";
import type { Write } from "./write";

type Access = ProjectAccess<"plan:edit">;

const REASONS: Partial<Record<ItemState, string>> = {
  OPEN: "Open in the merged file",
  DONE: "Ticked in the merged file",
  IN_PROGRESS: "In progress in the merged file",
  NOT_APPLICABLE: "Not applicable in the merged file",
};

/** Standings of new phases, and which phase is worked, after phases came, went or moved. */
export async function settlePhases(access: Access, { tx }: Write): Promise<void> {
  const { projectId } = access;
  await tx.$executeRaw`
    INSERT INTO "PhaseStanding" ("phaseId", "projectId")
    SELECT id, "projectId" FROM "Phase" WHERE "projectId" = ${projectId}::uuid ON CONFLICT DO NOTHING`;
  await tx.phase.updateMany({
    where: { projectId, archivedAt: { not: null }, status: "ACTIVE" },
    data: { status: "PLANNED" },
  });
  await settleStatuses(access, tx);
}

/**
 * Writes the rows of a merge and what belongs to them: the records of states, and measurements of what a tick attests.
 * @returns the measurements, as rows that came
 */
export async function writeBesides(
  access: Access,
  write: Write,
  rows: ChangedRows,
  { states, attested }: MergeWriter,
): Promise<RowChange[]> {
  const { tx, now, actor, record } = write;
  const { projectId } = access;
  const phasesMoved = rows.changes().some(({ table }) => table === "Phase");
  await rows.write();
  if (phasesMoved) await settlePhases(access, write);
  await insertMany(
    tx,
    "ItemStateRecord",
    states.map(({ itemId, state }) => ({
      projectId,
      itemId,
      state,
      byId: actor.memberId,
      at: now,
      reason: REASONS[state] ?? null,
    })),
  );
  const measurements = attested.map((criterionId) => ({
    id: newId(now),
    projectId,
    criterionId,
    value: 1,
    measuredAt: now,
    recordedAt: now,
    note: "Ticked in the merged file",
    byId: actor.memberId,
  }));
  await insertMany(tx, "Measurement", measurements);
  for (const { id, criterionId, value } of measurements)
    record({
      action: "measurement.recorded",
      targetType: "measurement",
      targetId: id,
      phase: "all",
      data: { criterionId, value, measuredAt: now.toISOString() },
    });
  return measurements.map(({ id }) => ({
    table: "Measurement",
    id,
    before: null,
    after: { supersededById: null },
  }));
}
