import "server-only";
import type { ProjectView } from "@/lib/domain/project-views";
import type { ProjectAccess } from "./access";
import { loadHead, projectViewOf, railOf } from "./project-head";
import { freshStandings } from "./standings";

/** The project with its rail, true at `now`. For the pages that show no phase's own content. */
export async function getProjectPage(access: ProjectAccess, now: Date): Promise<ProjectView> {
  const head = await loadHead(access, now);
  const isFresh = head.phases.every((phase) => phase.fresh);
  const standings = isFresh ? new Map() : await freshStandings(access, [access.projectId], now);
  return projectViewOf(access, head, railOf(head, standings));
}
