import "server-only";
import { notFound } from "@/lib/domain/errors";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";

/** The id of a criterion that is named by its key or its id. @throws AppError NOT_FOUND */
export async function findCriterionId(access: ProjectAccess, reference: string): Promise<string> {
  const row = await db().criterion.findFirst({
    where: {
      projectId: access.projectId,
      archivedAt: null,
      ...(isId(reference) ? { id: reference } : { key: reference }),
    },
    select: { id: true },
  });
  if (row) return row.id;
  throw notFound(`The criterion "${reference}"`);
}
