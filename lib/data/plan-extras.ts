import "server-only";
import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { loadCriterionRows } from "./criterion-rows";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { criterionViewOf } from "./present-criterion";

const MAX = 1_000;
const IN_ORDER = [{ position: "asc" as const }, { id: "asc" as const }];

/** What a plan says beside its phases: risks, criteria of the project. */
export async function getPlanExtras(access: ProjectAccess, now: Date): Promise<PlanExtrasView> {
  const { projectId } = access;
  const where = { projectId, archivedAt: null };
  const [risks, criteria] = await Promise.all([
    db().risk.findMany({ where, orderBy: IN_ORDER, take: MAX }),
    loadCriterionRows(access, { phaseId: null, archivedAt: null }),
  ]);
  const people = await loadPeople(access, [
    ...risks.flatMap(({ ownerId, acceptedById }) => [ownerId, acceptedById]),
    ...criteria.flatMap(({ measurements }) => (measurements ?? []).map(({ byId }) => byId)),
  ]);
  return {
    risks: risks.map(({ id, title, severity, state, mitigation, version, ...risk }) => ({
      id,
      title,
      severity,
      state,
      mitigation,
      version,
      owner: nameOf(people, risk.ownerId),
      acceptedBy: nameOf(people, risk.acceptedById),
      acceptedWhy: risk.acceptedWhy,
    })),
    criteria: criteria.map((row) => criterionViewOf(row, people, now)),
  };
}
