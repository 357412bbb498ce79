import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/client";

/** A project with one active phase, one section and `titles.length` open items, written straight into the tables. */
export async function makeBareProject(workspaceId: string, createdById: string, titles: string[]) {
  const slug = `bare-${randomUUID().slice(0, 8)}`;
  const project = await db().project.create({ data: { workspaceId, slug, name: "Bare", createdById } });
  const phase = await db().phase.create({
    data: { projectId: project.id, key: "alpha", name: "Alpha", position: 0, status: "ACTIVE" },
  });
  const section = await db().checklistSection.create({
    data: { projectId: project.id, phaseId: phase.id, title: "First", position: 0 },
  });
  const items = await db().checklistItem.createManyAndReturn({
    data: titles.map((title, position) => ({
      projectId: project.id,
      phaseId: phase.id,
      sectionId: section.id,
      key: `item-${position + 1}`,
      title,
      position,
    })),
    select: { id: true },
  });
  return {
    projectId: project.id,
    slug,
    phaseId: phase.id,
    sectionId: section.id,
    itemIds: items.map(({ id }) => id),
  };
}
