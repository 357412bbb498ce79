import type { z } from "zod";
import type { Blocker } from "@/lib/domain/blockers";
import type { PortfolioProject, ProjectView } from "@/lib/domain/project-views";
import type { GateStatus } from "@/lib/domain/words";
import type { projectEntrySchema, projectSchema } from "@/lib/schemas/api-project";
import type { importedSchema } from "@/lib/schemas/api-write";
import { presentBlocker } from "./present-phase";

/** A project as `GET /projects` lists it. */
export const presentProjectEntry = (project: PortfolioProject): z.input<typeof projectEntrySchema> => ({
  id: project.id,
  slug: project.slug,
  name: project.name,
  phases: project.phases.map(({ id, key, name, status, score, gateStatus, blockers }) => ({
    id,
    key,
    name,
    status,
    score,
    gate: { status: gateStatus, blockerCount: blockers },
  })),
  activePhase: project.activePhase?.key ?? null,
  itemsDone: project.itemsDone,
  itemsTotal: project.itemsTotal,
  updatedAt: project.updatedAt,
});

/** @param gates by phase id, judged at the same moment as the view */
export const presentProject = (
  project: ProjectView,
  gates: ReadonlyMap<string, { status: GateStatus; blockers: Blocker[] }>,
): z.input<typeof projectSchema> => ({
  id: project.id,
  slug: project.slug,
  name: project.name,
  description: project.description,
  version: project.version,
  asksVerification: project.asksVerification,
  archivedAt: project.archivedAt,
  people: project.people.map(({ memberId, name, role }) => ({ memberId, name, role })),
  phases: project.phases.map((phase) => ({
    id: phase.id,
    key: phase.key,
    name: phase.name,
    status: phase.status,
    score: phase.score,
    plannedOn: phase.plannedOn,
    gate: {
      status: gates.get(phase.id)?.status ?? phase.gateStatus,
      blockers: (gates.get(phase.id)?.blockers ?? []).map(presentBlocker),
    },
  })),
});

/** What an import made, and what it made of the document. */
export const presentImported = (imported: {
  projectId: string;
  slug: string;
  notes: { line: number; text: string }[];
  unplaced: { line: number; text: string }[];
}): z.input<typeof importedSchema> => ({
  id: imported.projectId,
  slug: imported.slug,
  notes: imported.notes.map(({ line, text }) => ({ line, text })),
  unplaced: imported.unplaced.map(({ line, text }) => ({ line, text })),
});
