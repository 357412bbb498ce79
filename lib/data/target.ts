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

/** The target's own id, for an audit event's data. */
export const targetData = (target: Target): Record<string, string> =>
  target.itemId === null ? { criterionId: target.criterionId } : { itemId: target.itemId };
