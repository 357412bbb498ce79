import "server-only";
import { notFound } from "@/lib/domain/errors";
import type { TargetInput } from "@/lib/schemas/targets";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";

/** What evidence and comments hang on: exactly one of the two is set. */
export type Target = { itemId: string; criterionId: null } | { itemId: null; criterionId: string };

/**
 * The item or criterion, when it is in this project and not archived.
 * @throws AppError NOT_FOUND
 */
export async function getTargetIn(
  access: ProjectAccess,
  tx: Transaction,
  input: TargetInput,
): Promise<Target> {
  const where = { projectId: access.projectId, archivedAt: null };
  const { itemId, criterionId } = input;
  if (itemId && isId(itemId)) {
    const item = await tx.checklistItem.findFirst({ where: { ...where, id: itemId }, select: { id: true } });
    if (item) return { itemId: item.id, criterionId: null };
  }
  if (criterionId && isId(criterionId)) {
    const criterion = await tx.criterion.findFirst({
      where: { ...where, id: criterionId },
      select: { id: true },
    });
    if (criterion) return { itemId: null, criterionId: criterion.id };
  }
  throw notFound(itemId ? "The item" : "The criterion");
}

/** The target's own id and its phase, for an audit event's data. A criterion of the whole project has no phase. */
export async function targetDataIn(
  access: ProjectAccess,
  tx: Transaction,
  { itemId, criterionId }: { itemId: string | null; criterionId: string | null },
): Promise<Record<string, string>> {
  const where = { projectId: access.projectId };
  const select = { id: true, phaseId: true } as const;
  if (itemId !== null) {
    const { id, phaseId } = await tx.checklistItem.findFirstOrThrow({
      where: { ...where, id: itemId },
      select,
    });
    return { itemId: id, phaseId };
  }
  const { id, phaseId } = await tx.criterion.findFirstOrThrow({
    where: { ...where, id: criterionId ?? "" },
    select,
  });
  return { criterionId: id, ...(phaseId && { phaseId }) };
}
