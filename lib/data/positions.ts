import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { AppError } from "@/lib/domain/errors";
import { isSameOrder, placeBefore } from "@/lib/domain/placing";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";

type Ordered =
  | "ChecklistItem"
  | "ChecklistSection"
  | "ConfigurationItem"
  | "Criterion"
  | "Environment"
  | "Phase"
  | "Risk"
  | "SecretRecord";

/** Writes the order of rows as positions 1, 2, 3 …: one statement, whatever their number; rows in place are not touched. */
export async function renumber(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  table: Ordered,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} AS t SET position = o.place::int
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE t.id = o.id AND t."projectId" = ${access.projectId}::uuid AND t.position <> o.place::int`;
}

/**
 * The order after a move, or null when it stands already.
 * @throws AppError CONFLICT when the row it was to stand before has gone elsewhere meanwhile
 */
export function orderAfterMove(ids: readonly string[], id: string, before: string | null): string[] | null {
  const order = placeBefore(ids, id, before);
  if (!order)
    throw new AppError("CONFLICT", "The place it was moved to is not there any more. Look again and repeat.");
  return isSameOrder(ids, order) ? null : order;
}
