import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { isId, type ProjectAccess } from "./access";
import { ChangedRows } from "./changed-rows";
import { insertMany } from "./insert-many";
import { eventsOf, stateEvents } from "./merge-audit";
import { settlePhases } from "./merge-besides";
import { Undoing } from "./merge-undoing";
import type { StateChange } from "./merge-writer";
import { rowChangesOf } from "./row-changes";
import { touchedSince } from "./touched-since";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

export interface UndoneView {
  /** false: it was undone already */
  undone: boolean;
  /** what was changed since and stayed as it is */
  kept: string[];
}

async function record(
  access: Access,
  { tx, now, actor }: Write,
  states: readonly StateChange[],
): Promise<void> {
  const before = await tx.itemStateRecord.findMany({
    where: { projectId: access.projectId, itemId: { in: states.map(({ itemId }) => itemId) } },
    orderBy: { at: "asc" },
    select: { itemId: true, state: true, approverId: true, expiresAt: true, selfApproved: true },
  });
  // Of several of one kind the last one stays.
  const newestOf = new Map(before.map((each) => [`${each.itemId} ${each.state}`, each]));
  await insertMany(
    tx,
    "ItemStateRecord",
    states.map(({ itemId, state }) => {
      const known = newestOf.get(`${itemId} ${state}`);
      return {
        projectId: access.projectId,
        itemId,
        state,
        byId: actor.memberId,
        at: now,
        reason: "The merge of a file that changed it was undone",
        approverId: known?.approverId ?? null,
        expiresAt: known?.expiresAt ?? null,
        selfApproved: known?.selfApproved ?? false,
      };
    }),
  );
}

/** @throws AppError NOT_FOUND; RULE for one that is not the newest, or too old */
async function newest(access: Access, { tx }: Write, mergeId: string) {
  const { projectId } = access;
  const merge = isId(mergeId) ? await tx.planMerge.findFirst({ where: { id: mergeId, projectId } }) : null;
  if (!merge) throw notFound("The merge");
  if (merge.undoneAt) return null;
  const last = await tx.planMerge.findFirst({
    where: { projectId, undoneAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (last?.id !== merge.id)
    throw new AppError("RULE", "A newer file was merged since. Undo that merge first; nothing was changed.");
  if (merge.changes === null) throw new AppError("RULE", "This merge is too old to be undone.");
  return rowChangesOf(merge.changes);
}

/**
 * Brings the project back as it was before a merge: what the merge added is archived, what it archived comes back, and
 * everything else says what it said. Doing it again changes nothing.
 *
 * @param rest leaves what was changed since as it is, and undoes the rest
 * @throws AppError NOT_FOUND; CONFLICT naming what was changed since; RULE for a merge that is not the newest
 */
export function undoMerge(
  access: Access,
  { mergeId, rest = false }: { mergeId: string; rest?: boolean },
): Promise<UndoneView> {
  return writeProject(access, async (write) => {
    const { tx, now, actor } = write;
    const changes = await newest(access, write, mergeId);
    if (!changes) return { undone: false, kept: [] };
    const rows = new ChangedRows(access, tx);
    if (changes.length > 0)
      await rows.load([
        ...changes.map(({ table }) => table),
        ...(["Phase", "ChecklistSection", "ChecklistItem", "ConfigurationItem"] as const),
      ]);
    const undo = new Undoing(rows, changes, await touchedSince(access, tx, changes), write);
    undo.look();
    if (undo.kept.length > 0 && !rest)
      throw new AppError(
        "CONFLICT",
        `Since this merge, somebody changed ${undo.kept.slice(0, 5).join(", ")}${undo.kept.length > 5 ? ` and ${undo.kept.length - 5} more` : ""}. Undo the rest and leave these as they are, or change them back first.`,
        { current: { changed: undo.kept } },
      );
    undo.run();
    const phasesMoved = rows.changes().some(({ table }) => table === "Phase");
    await rows.write();
    if (phasesMoved) await settlePhases(access, write);
    await record(access, write, undo.states);
    await tx.planMerge.update({
      where: { id: mergeId },
      data: { undoneAt: now, undoneById: actor.memberId },
    });
    for (const event of [...undo.told.flatMap(eventsOf), ...stateEvents(rows, undo.states)])
      write.record(event);
    write.record({
      action: "plan.merge-undone",
      targetType: "project",
      targetId: access.projectId,
      phase: changes.length > 0 ? "all" : null,
      data: { mergeId, kept: undo.kept.length },
    });
    return { undone: true, kept: undo.kept };
  });
}
