import "server-only";
import type { CriterionView } from "@/lib/domain/criterion-views";
import type { ProjectAccess } from "./access";
import { loadCriterionRows } from "./criterion-rows";
import { loadPeople } from "./people";
import { criterionViewOf } from "./present-criterion";

/** The success criteria of the project as a whole, judged at `now`; those of a phase belong to its page. */
export async function listProjectCriteria(access: ProjectAccess, now: Date): Promise<CriterionView[]> {
  const rows = await loadCriterionRows(access, { phaseId: null, archivedAt: null });
  const people = await loadPeople(
    access,
    rows.flatMap(({ measurements }) => (measurements ?? []).map(({ byId }) => byId)),
  );
  return rows.map((row) => criterionViewOf(row, people, now));
}
