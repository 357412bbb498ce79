import "server-only";
import type { CriterionView, MeasurementView } from "@/lib/domain/criterion-views";
import { AppError, notFound } from "@/lib/domain/errors";
import { checkMeasurement } from "@/lib/domain/measurement-rules";
import type { MeasurementInput } from "@/lib/schemas/measurements";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { loadCriterionRows } from "./criterion-rows";
import { loadPeople } from "./people";
import { criterionViewOf, measurementViewOf } from "./present-criterion";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"item:work">;

export interface RecordedView {
  measurement: MeasurementView;
  /** with its result as it is now */
  criterion: CriterionView;
}

/** The row a new one corrects. @throws AppError NOT_FOUND; CONFLICT when it was corrected already */
async function supersededRow(tx: Transaction, criterionId: string, id: string | null | undefined) {
  if (!id) return null;
  const row = await tx.measurement.findFirst({ where: { id, criterionId } });
  if (!row) throw notFound("The measurement to correct");
  if (row.supersededById)
    throw new AppError("CONFLICT", "Somebody corrected this measurement meanwhile. Look at the newest one.", {
      current: { supersededById: row.supersededById },
    });
  return row;
}

async function openCriterion(access: Access, tx: Transaction, criterionId: string) {
  const criterion = isId(criterionId)
    ? await tx.criterion.findFirst({ where: { id: criterionId, projectId: access.projectId } })
    : null;
  if (!criterion) throw notFound("The criterion");
  if (criterion.archivedAt) throw new AppError("RULE", "This criterion is archived. Restore it first.");
  return criterion;
}

async function insert(access: Access, write: Write, criterionId: string, input: MeasurementInput) {
  const { tx, now, actor, record } = write;
  const criterion = await openCriterion(access, tx, criterionId);
  const old = await supersededRow(tx, criterion.id, input.supersedesId);
  // A corrected value was measured when the wrong one was, unless the person says otherwise.
  const measuredAt = input.measuredAt ?? old?.measuredAt ?? now;
  const refusal = checkMeasurement({ criterion, value: input.value, measuredAt, now });
  if (refusal)
    throw new AppError("INVALID", refusal.message, { fields: { [refusal.field]: [refusal.message] } });
  const row = await tx.measurement.create({
    data: {
      projectId: access.projectId,
      criterionId: criterion.id,
      value: input.value,
      sampleSize: input.sampleSize ?? null,
      measuredAt,
      recordedAt: now,
      source: actor.tokenName ?? "manual",
      note: input.note ?? null,
      byId: actor.memberId,
    },
  });
  if (old) await tx.measurement.update({ where: { id: old.id }, data: { supersededById: row.id } });
  record({
    action: "measurement.recorded",
    targetType: "measurement",
    targetId: row.id,
    phase: criterion.phaseId,
    data: {
      criterionId: criterion.id,
      value: row.value,
      sampleSize: row.sampleSize,
      measuredAt: measuredAt.toISOString(),
      ...(old ? { supersedes: old.id } : {}),
    },
  });
  return row;
}

/**
 * Records a measurement of a criterion. It is never edited: a correction is another row that supersedes it.
 *
 * @returns the measurement and the criterion with its new result
 * @throws AppError NOT_FOUND; INVALID naming the field; RULE for an archived criterion; CONFLICT when the corrected one
 *   was corrected by somebody else
 */
export async function recordMeasurement(
  access: Access,
  criterionId: string,
  input: MeasurementInput,
): Promise<RecordedView> {
  const row = await writeProject(access, (write) => insert(access, write, criterionId, input));
  const [criterion] = await loadCriterionRows(access, { id: row.criterionId });
  if (!criterion) throw notFound("The criterion");
  const people = await loadPeople(access, [
    row.byId,
    ...(criterion.measurements ?? []).map(({ byId }) => byId),
  ]);
  return { measurement: viewOf(row, people), criterion: criterionViewOf(criterion, people, row.recordedAt) };
}

type Row = Awaited<ReturnType<typeof insert>>;

const viewOf = (row: Row, people: Awaited<ReturnType<typeof loadPeople>>): MeasurementView =>
  measurementViewOf(
    { ...row, measuredAt: row.measuredAt.toISOString(), recordedAt: row.recordedAt.toISOString() },
    people,
    row.supersededById,
  );

export const MEASUREMENTS_PAGE = 50;

export interface MeasurementsPage {
  measurements: MeasurementView[];
  /** hand it back for older ones; null at the end */
  nextCursor: string | null;
}

/**
 * A criterion's history, newest first, superseded ones among them.
 * @param cursor `nextCursor` of the page before
 * @throws AppError NOT_FOUND; INVALID for a cursor of another list
 */
export async function listMeasurements(
  access: ProjectAccess,
  criterionId: string,
  cursor: string | null,
): Promise<MeasurementsPage> {
  const criterion = isId(criterionId)
    ? await db().criterion.findFirst({
        where: { id: criterionId, projectId: access.projectId },
        select: { id: true },
      })
    : null;
  if (!criterion) throw notFound("The criterion");
  const where = { criterionId: criterion.id };
  if (
    cursor !== null &&
    !(isId(cursor) && (await db().measurement.count({ where: { ...where, id: cursor } })))
  )
    throw new AppError("INVALID", "cursor: not a cursor of this list. Take it from nextCursor.");
  const rows = await db().measurement.findMany({
    where,
    orderBy: [{ measuredAt: "desc" }, { id: "desc" }],
    take: MEASUREMENTS_PAGE + 1,
    ...(cursor === null ? {} : { cursor: { id: cursor }, skip: 1 }),
  });
  const page = rows.slice(0, MEASUREMENTS_PAGE);
  const people = await loadPeople(
    access,
    page.map(({ byId }) => byId),
  );
  return {
    measurements: page.map((row) => viewOf(row, people)),
    nextCursor: rows.length > MEASUREMENTS_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
