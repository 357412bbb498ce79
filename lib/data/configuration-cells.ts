import "server-only";
import { type CellState, verificationRefusal } from "@/lib/domain/environments";
import { AppError, notFound } from "@/lib/domain/errors";
import type { EditCellInput, VerifyCellInput } from "@/lib/schemas/environments";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { writeProject } from "./write";

type Access = ProjectAccess<"item:work">;

/** A cell after it was changed or verified. */
export interface CellVersion {
  state: CellState;
  verified: boolean;
  version: number;
}

interface Place {
  configurationItemId: string;
  environmentId: string;
}

/** Both lines of the cell are of this project and not archived. @throws AppError NOT_FOUND */
async function getCell(access: Access, tx: Transaction, { configurationItemId, environmentId }: Place) {
  const where = { projectId: access.projectId, archivedAt: null };
  if (!isId(configurationItemId) || !isId(environmentId)) throw notFound("The cell");
  const [items, environments, cell] = [
    await tx.configurationItem.count({ where: { ...where, id: configurationItemId } }),
    await tx.environment.count({ where: { ...where, id: environmentId } }),
    await tx.configurationValue.findUnique({
      where: { configurationItemId_environmentId: { configurationItemId, environmentId } },
    }),
  ];
  if (items === 0 || environments === 0) throw notFound("The cell");
  return {
    version: cell?.version ?? 0,
    verified: Boolean(cell?.verifiedAt),
    changedById: cell?.changedById ?? null,
    editable: { state: cell?.state ?? ("MISSING" as const), value: cell?.value ?? "" },
  };
}

/**
 * Says what stands in a cell. A change takes its verification away. The event tells that the value changed, never the
 * value: what enters the chain cannot be taken out of it again.
 * @throws AppError NOT_FOUND; CONFLICT with the cell as it stands
 */
export function editCell(access: Access, input: EditCellInput): Promise<CellVersion> {
  return writeProject(access, async ({ tx, actor, record }) => {
    const { version, verified, editable } = await getCell(access, tx, input);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { state: editable.state, verified, version };
    refuseStale("cell", input.version ?? version, { ...editable, version });
    const { configurationItemId, environmentId } = input;
    const next = { ...editable, ...changed };
    const said = { ...next, changedById: actor.memberId, verifiedById: null, verifiedAt: null };
    const updated = await tx.configurationValue.upsert({
      where: { configurationItemId_environmentId: { configurationItemId, environmentId } },
      create: { configurationItemId, environmentId, ...said },
      update: { ...said, version: { increment: 1 } },
      select: { version: true },
    });
    record({
      action: "configuration-item.cell-edited",
      targetType: "configuration-item",
      targetId: configurationItemId,
      data: { environmentId, ...changeData(editable, changed, ["state"]) },
    });
    return { state: next.state, verified: false, version: updated.version };
  });
}

/**
 * Says that somebody looked and it is so, or takes that back. What is verified already stays verified by whom it was.
 * @throws AppError NOT_FOUND; CONFLICT with the cell as it stands; RULE when it is missing, or was changed by the same
 *   person in a project that asks for another
 */
export function verifyCell(access: Access, input: VerifyCellInput): Promise<CellVersion> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { version, verified, changedById, editable } = await getCell(access, tx, input);
    const { state } = editable;
    if (verified === input.verified) return { state, verified, version };
    refuseStale("cell", input.version ?? version, { ...editable, version });
    if (input.verified) {
      const { asksVerification } = await tx.project.findUniqueOrThrow({
        where: { id: access.projectId },
        select: { asksVerification: true },
      });
      const members = await tx.member.count({ where: { workspaceId: access.workspaceId, removedAt: null } });
      const wish = {
        state,
        asksVerification,
        actorId: actor.memberId,
        changedById,
        soleMember: members === 1,
      };
      const refusal = verificationRefusal(wish);
      if (refusal) throw new AppError("RULE", refusal);
    }
    const { configurationItemId, environmentId } = input;
    const updated = await tx.configurationValue.update({
      where: { configurationItemId_environmentId: { configurationItemId, environmentId } },
      data: {
        verifiedById: input.verified ? actor.memberId : null,
        verifiedAt: input.verified ? now : null,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      action: `configuration-item.cell-${input.verified ? "verified" : "unverified"}`,
      targetType: "configuration-item",
      targetId: configurationItemId,
      data: { environmentId },
    });
    return { state, verified: input.verified, version: updated.version };
  });
}
