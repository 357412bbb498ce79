import "server-only";
import type { CriterionView } from "@/lib/domain/criterion-views";
import { notFound } from "@/lib/domain/errors";
import type { CommentView, EvidenceView } from "@/lib/domain/item-views";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { listComments } from "./comments";
import { loadCriterionRows } from "./criterion-rows";
import { listEvidence } from "./evidence";
import { listMeasurements, type MeasurementsPage } from "./measurements";
import { loadPeople } from "./people";
import { criterionViewOf } from "./present-criterion";

export interface CriterionPage {
  criterion: CriterionView;
  /** null: a criterion of the whole project */
  phase: { key: string; name: string } | null;
  archivedAt: string | null;
  history: MeasurementsPage;
  evidence: EvidenceView[];
  comments: CommentView[];
  earlierComments: string | null;
}

/**
 * Everything the page of one criterion shows.
 *
 * @param before where an earlier page of measurements or comments begins
 * @throws AppError NOT_FOUND; INVALID for a cursor of another list
 */
export async function getCriterionPage(
  access: ProjectAccess,
  criterionId: string,
  now: Date,
  before: { measurements?: string | null; comments?: string | null } = {},
): Promise<CriterionPage> {
  const [row] = isId(criterionId) ? await loadCriterionRows(access, { id: criterionId }) : [];
  if (!row) throw notFound("The criterion");
  const target = { itemId: null, criterionId: row.id };
  const [phase, history, evidence, comments, people] = await Promise.all([
    row.phaseId === null
      ? null
      : db().phase.findFirst({ where: { id: row.phaseId }, select: { key: true, name: true } }),
    listMeasurements(access, row.id, before.measurements ?? null),
    listEvidence(access, target, now),
    listComments(access, target, before.comments ?? null),
    loadPeople(
      access,
      (row.measurements ?? []).map(({ byId }) => byId),
    ),
  ]);
  return {
    criterion: criterionViewOf(row, people, now),
    phase,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    history,
    evidence,
    comments: comments.comments,
    earlierComments: comments.earlier,
  };
}
