import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { AddConfigurationItemInput, EditConfigurationItemInput } from "@/lib/schemas/environments";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { CONFIGURATION_ITEMS_MAX } from "./environments";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** @throws AppError INVALID when another row has this key already */
async function refuseTwin(access: Access, tx: Transaction, key: string, id?: string): Promise<void> {
  const where = {
    projectId: access.projectId,
    archivedAt: null,
    key,
    ...(id ? { id: { not: id } } : {}),
  };
  if ((await tx.configurationItem.count({ where })) === 0) return;
  const message = "There is a configuration item with this key already.";
  throw new AppError("INVALID", `key: ${message}`, { fields: { key: [message] } });
}

/**
 * Adds a configuration item as the last row of the matrix.
 * @throws AppError INVALID for a key that is taken; RULE beyond what a matrix holds
 */
export function addConfigurationItem(
  access: Access,
  { key, mustDiffer = false }: AddConfigurationItemInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    await refuseTwin(access, tx, key);
    const live = await tx.configurationItem.count({ where: { projectId, archivedAt: null } });
    if (live >= CONFIGURATION_ITEMS_MAX)
      throw new AppError("RULE", "A matrix holds 1,000 configuration items at most. Archive one first.");
    const last = await tx.configurationItem.aggregate({ where: { projectId }, _max: { position: true } });
    const item = await tx.configurationItem.create({
      data: { projectId, key, mustDiffer, position: (last._max.position ?? 0) + 1 },
      select: { id: true, version: true },
    });
    const data = { key, mustDiffer };
    record({ action: "configuration-item.added", targetType: "configuration-item", targetId: item.id, data });
    return item;
  });
}

/**
 * Renames a configuration item, or says whether its production value must not equal a mock.
 * @throws AppError NOT_FOUND; CONFLICT with the item as it stands; INVALID for a key that is taken
 */
export function editConfigurationItem(
  access: Access,
  input: EditConfigurationItemInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const row = isId(input.id)
      ? await tx.configurationItem.findFirst({
          where: { id: input.id, projectId: access.projectId, archivedAt: null },
          select: { id: true, version: true, key: true, mustDiffer: true },
        })
      : null;
    if (!row) throw notFound("The configuration item");
    const { id, version, ...editable } = row;
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { id, version };
    refuseStale("configuration item", input.version ?? version, { ...editable, version });
    if (changed.key !== undefined) await refuseTwin(access, tx, changed.key, id);
    const updated = await tx.configurationItem.update({
      where: { id },
      data: { ...changed, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    const data = changeData(editable, changed, ["key", "mustDiffer"]);
    record({ action: "configuration-item.edited", targetType: "configuration-item", targetId: id, data });
    return updated;
  });
}
