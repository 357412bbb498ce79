import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { AddSectionInput, EditSectionInput, MoveSectionInput } from "@/lib/schemas/sections";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { refuseStale } from "./differences";
import { refuseConditions } from "./items";
import { orderAfterMove, renumber } from "./positions";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

async function phaseIdOf(access: Access, tx: Transaction, phaseId: string): Promise<string> {
  const phase = await tx.phase.findFirst({
    where: { id: phaseId, projectId: access.projectId, archivedAt: null },
    select: { id: true },
  });
  if (!phase) throw notFound("The phase");
  return phase.id;
}

/** Archived or not. @throws AppError NOT_FOUND */
async function findSection(access: Access, tx: Transaction, sectionId: string) {
  const section = await tx.checklistSection.findFirst({
    where: { id: sectionId, projectId: access.projectId },
    select: {
      id: true,
      phaseId: true,
      title: true,
      version: true,
      archivedAt: true,
      phase: { select: { archivedAt: true } },
    },
  });
  if (!section) throw notFound("The section");
  return section;
}

/** @throws AppError NOT_FOUND also for an archived one */
async function getSection(access: Access, tx: Transaction, sectionId: string) {
  const section = await findSection(access, tx, sectionId);
  if (section.archivedAt) throw notFound("The section");
  return section;
}

/** Adds a section at the end of a phase's checklist. @throws AppError NOT_FOUND for the phase */
export const addSection = (
  access: Access,
  input: AddSectionInput,
): Promise<{ id: string; version: number }> =>
  writeProject(access, (write) => addSectionIn(access, write, input));

/** The same inside a write that is under way. */
async function addSectionIn(
  access: Access,
  { tx, record }: Write,
  input: AddSectionInput,
): Promise<{ id: string; version: number }> {
  const phaseId = await phaseIdOf(access, tx, input.phaseId);
  const last = await tx.checklistSection.aggregate({ where: { phaseId }, _max: { position: true } });
  const section = await tx.checklistSection.create({
    data: {
      projectId: access.projectId,
      phaseId,
      title: input.title,
      position: (last._max.position ?? 0) + 1,
    },
    select: { id: true, version: true },
  });
  // An empty section asks for nothing, so no standing moves.
  record({
    action: "section.added",
    targetType: "section",
    targetId: section.id,
    data: { phaseId, title: input.title },
  });
  return section;
}

/** Renames a section. @throws AppError NOT_FOUND; CONFLICT with its title as it stands */
export function editSection(access: Access, input: EditSectionInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, title, version } = await getSection(access, tx, input.sectionId);
    if (title === input.title) return { version };
    refuseStale("section", input.version, { title, version });
    const updated = await tx.checklistSection.update({
      where: { id },
      data: { title: input.title, version: { increment: 1 } },
      select: { version: true },
    });
    record({
      action: "section.edited",
      targetType: "section",
      targetId: id,
      data: { fields: ["title"], title: { from: title, to: input.title }, phaseId },
    });
    return updated;
  });
}

/** Sections of a phase in order, archived ones in their places. */
async function siblings(tx: Transaction, phaseId: string): Promise<string[]> {
  const rows = await tx.checklistSection.findMany({
    where: { phaseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Puts a section before another, or last, in its phase or another one; its items go with it.
 * @throws AppError NOT_FOUND; CONFLICT when the section, or the place, changed meanwhile
 */
export function moveSection(access: Access, input: MoveSectionInput): Promise<{ version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, version } = await getSection(access, tx, input.sectionId);
    const toPhaseId = await phaseIdOf(access, tx, input.toPhaseId);
    const order = orderAfterMove(await siblings(tx, toPhaseId), id, input.beforeSectionId);
    if (!order) return { version };
    refuseStale("section", input.version, { version });
    const isElsewhere = toPhaseId !== phaseId;
    if (isElsewhere)
      await tx.checklistItem.updateMany({ where: { sectionId: id }, data: { phaseId: toPhaseId } });
    const updated = await tx.checklistSection.update({
      where: { id },
      data: { phaseId: toPhaseId, version: { increment: 1 } },
      select: { version: true },
    });
    await renumber(access, tx, "ChecklistSection", order);
    record({
      action: "section.moved",
      targetType: "section",
      targetId: id,
      phase: isElsewhere ? "all" : null,
      data: {
        beforeSectionId: input.beforeSectionId,
        phaseId: isElsewhere ? { from: phaseId, to: toPhaseId } : phaseId,
      },
    });
    return updated;
  });
}

/**
 * Takes a section with its items out of the plan; nothing of them is lost. Doing it again changes nothing.
 * @throws AppError NOT_FOUND; RULE when one of its items is a condition of a passed gate
 */
export function archiveSection(access: Access, sectionId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const { id, phaseId, archivedAt } = await findSection(access, tx, sectionId);
    if (archivedAt) return { id };
    await refuseConditions(access, tx, { sectionId: id });
    await tx.checklistSection.update({
      where: { id },
      data: { archivedAt: now, version: { increment: 1 } },
    });
    record({ action: "section.archived", targetType: "section", targetId: id, phase: phaseId });
    return { id };
  });
}

/** Puts an archived section back. @throws AppError NOT_FOUND; RULE while its phase is archived */
export function restoreSection(access: Access, sectionId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, phaseId, archivedAt, phase } = await findSection(access, tx, sectionId);
    if (!archivedAt) return { id };
    if (phase.archivedAt) throw new AppError("RULE", "Restore its phase first.");
    await tx.checklistSection.update({
      where: { id },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    record({ action: "section.restored", targetType: "section", targetId: id, phase: phaseId });
    return { id };
  });
}
