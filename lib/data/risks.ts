import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { RiskSeverity, RiskState } from "@/lib/domain/words";
import type { AcceptRiskInput, AddRiskInput, EditRiskInput } from "@/lib/schemas/risks";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { writeProject } from "./write";

/** What an edit of a risk may change, as it stands. */
export interface EditableRisk {
  title: string;
  severity: RiskSeverity;
  state: RiskState;
  mitigation: string | null;
  ownerId: string | null;
}

async function getRisk(access: ProjectAccess, tx: Transaction, riskId: string) {
  const row = isId(riskId)
    ? await tx.risk.findFirst({ where: { id: riskId, projectId: access.projectId, archivedAt: null } })
    : null;
  if (!row) throw notFound("The risk");
  const { id, version, acceptedWhy, title, severity, state, mitigation, ownerId } = row;
  const editable: EditableRisk = { title, severity, state, mitigation, ownerId };
  return { id, version, acceptedWhy, editable };
}

async function checkOwner(access: ProjectAccess, tx: Transaction, ownerId: string | null | undefined) {
  if (!ownerId) return;
  const where = { id: ownerId, workspaceId: access.workspaceId, removedAt: null };
  if ((await tx.member.count({ where })) > 0) return;
  const message = "Not a member of this workspace. Choose a person from the list.";
  throw new AppError("INVALID", `ownerId: ${message}`, { fields: { ownerId: [message] } });
}

/** Adds a risk at the end of the list. @throws AppError INVALID for an owner who is no member */
export function addRisk(
  access: ProjectAccess<"plan:edit">,
  input: AddRiskInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    await checkOwner(access, tx, input.ownerId);
    const last = await tx.risk.aggregate({ where: { projectId }, _max: { position: true } });
    const { title, severity = "MEDIUM", state = "OPEN", mitigation = null, ownerId = null } = input;
    const position = (last._max.position ?? 0) + 1;
    const risk = await tx.risk.create({
      data: { projectId, title, severity, state, mitigation, ownerId, position },
      select: { id: true, version: true },
    });
    // A high risk that is open blocks every gate (lib/domain/gates.ts).
    const data = { title, severity, state };
    record({ action: "risk.added", targetType: "risk", targetId: risk.id, phase: "all", data });
    return risk;
  });
}

const TOLD = ["title", "severity", "state", "ownerId"] as const satisfies (keyof EditableRisk)[];
const WEIGHS = ["title", "severity", "state"] as const satisfies (keyof EditableRisk)[];

/**
 * Changes the named fields of a risk. Taking an accepted one back to another state forgets who accepted it; the audit
 * does not.
 * @throws AppError NOT_FOUND; CONFLICT with the risk as it stands; INVALID for an owner who is no member
 */
export function editRisk(
  access: ProjectAccess<"plan:edit">,
  input: EditRiskInput,
): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, editable } = await getRisk(access, tx, input.riskId);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { version };
    refuseStale("risk", input.version, { ...editable, version });
    await checkOwner(access, tx, changed.ownerId);
    const updated = await tx.risk.update({
      where: { id },
      data: {
        ...changed,
        ...(changed.state ? { acceptedById: null, acceptedWhy: null } : {}),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      action: "risk.edited",
      targetType: "risk",
      targetId: id,
      phase: WEIGHS.some((field) => field in changed) ? "all" : null,
      data: changeData(editable, changed, TOLD),
    });
    return updated;
  });
}

/**
 * Accepts a risk: it stays, and blocks no gate any more. Accepting it again for the same reason changes nothing.
 * @throws AppError NOT_FOUND; CONFLICT with the risk as it stands
 */
export function acceptRisk(
  access: ProjectAccess<"gate:decide">,
  input: AcceptRiskInput,
): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, actor, record }) => {
    const { id, version, acceptedWhy, editable } = await getRisk(access, tx, input.riskId);
    if (editable.state === "ACCEPTED" && acceptedWhy === input.reason) return { version };
    refuseStale("risk", input.version, { ...editable, version });
    const updated = await tx.risk.update({
      where: { id },
      data: {
        state: "ACCEPTED",
        acceptedById: actor.memberId,
        acceptedWhy: input.reason,
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      action: "risk.accepted",
      targetType: "risk",
      targetId: id,
      phase: "all",
      data: { from: editable.state, reason: input.reason },
    });
    return updated;
  });
}

/** Takes a risk off the list, or puts it back. Doing it again changes nothing. @throws AppError NOT_FOUND */
async function setArchived(access: ProjectAccess<"plan:edit">, riskId: string, archived: boolean) {
  return writeProject(access, async ({ tx, now, record }) => {
    const row = isId(riskId)
      ? await tx.risk.findFirst({ where: { id: riskId, projectId: access.projectId } })
      : null;
    if (!row) throw notFound("The risk");
    if ((row.archivedAt !== null) === archived) return { id: row.id };
    await tx.risk.update({
      where: { id: row.id },
      data: { archivedAt: archived ? now : null, version: { increment: 1 } },
    });
    const action = archived ? "risk.archived" : "risk.restored";
    record({ action, targetType: "risk", targetId: row.id, phase: "all" });
    return { id: row.id };
  });
}

export const archiveRisk = (access: ProjectAccess<"plan:edit">, riskId: string): Promise<{ id: string }> =>
  setArchived(access, riskId, true);

export const restoreRisk = (access: ProjectAccess<"plan:edit">, riskId: string): Promise<{ id: string }> =>
  setArchived(access, riskId, false);
