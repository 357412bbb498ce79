import type { z } from "zod";
import type { Blocker } from "@/lib/domain/blockers";
import type { PortfolioProject, ProjectView } from "@/lib/domain/views";
import type { projectEntrySchema, projectSchema } from "@/lib/schemas/api-project";
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

/** @param blockers by phase id, judged at the same moment as the view */
export const presentProject = (
  project: ProjectView,
  blockers: ReadonlyMap<string, Blocker[]>,
): z.input<typeof projectSchema> => ({
  id: project.id,
  slug: project.slug,
  name: project.name,
  description: project.description,
  version: project.version,
  asksVerification: project.asksVerification,
  archivedAt: project.archivedAt,
  phases: project.phases.map((phase) => ({
    id: phase.id,
    key: phase.key,
    name: phase.name,
    status: phase.status,
    score: phase.score,
    plannedOn: phase.plannedOn,
    gate: { status: phase.gateStatus, blockers: (blockers.get(phase.id) ?? []).map(presentBlocker) },
  })),
});
