import "server-only";
import type { ProjectAccess } from "./access";
import { db } from "./client";

/** A phase with the sections an item can be moved to. */
export interface MoveTargetView {
  phaseId: string;
  phaseName: string;
  sections: { id: string; title: string }[];
}

const AREAS_MAX = 500;

/** What a form that edits the plan offers: the workspace's areas by name, and where things can be moved. */
export async function getPlanTargets(
  access: ProjectAccess,
): Promise<{ areas: string[]; targets: MoveTargetView[] }> {
  const [areas, phases] = await Promise.all([
    db().area.findMany({
      where: { workspaceId: access.workspaceId },
      orderBy: { name: "asc" },
      select: { name: true },
      take: AREAS_MAX,
    }),
    db().phase.findMany({
      where: { projectId: access.projectId, archivedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        sections: {
          where: { archivedAt: null },
          orderBy: [{ position: "asc" }, { id: "asc" }],
          select: { id: true, title: true },
        },
      },
    }),
  ]);
  return {
    areas: areas.map(({ name }) => name),
    targets: phases.map(({ id, name, sections }) => ({ phaseId: id, phaseName: name, sections })),
  };
}
