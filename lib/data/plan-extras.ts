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

async function loadEnvironments(projectId: string): Promise<PlanExtrasView["environments"]> {
  const [columns, rows] = await Promise.all([
    db().environment.findMany({
      where: { projectId },
      orderBy: IN_ORDER,
      select: { id: true, name: true },
      take: 100,
    }),
    db().configurationItem.findMany({
      where: { projectId },
      orderBy: IN_ORDER,
      select: { key: true, values: { select: { environmentId: true, value: true } } },
      take: MAX,
    }),
  ]);
  if (columns.length === 0) return null;
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map(({ key, values }) => {
      const byColumn = new Map(values.map(({ environmentId, value }) => [environmentId, value]));
      return { key, values: columns.map(({ id }) => byColumn.get(id) ?? "") };
    }),
  };
}

/** What a plan says beside its phases: environments, secrets (never their values), risks, criteria of the project. */
export async function getPlanExtras(access: ProjectAccess, now: Date): Promise<PlanExtrasView> {
  const { projectId } = access;
  const where = { projectId, archivedAt: null };
  const [environments, secrets, risks, criteria] = await Promise.all([
    loadEnvironments(projectId),
    db().secretRecord.findMany({
      where,
      orderBy: IN_ORDER,
      select: { id: true, name: true, variable: true, owner: true, rotationDays: true, storage: true },
      take: MAX,
    }),
    db().risk.findMany({ where, orderBy: IN_ORDER, take: MAX }),
    loadCriterionRows(access, { phaseId: null, archivedAt: null }),
  ]);
  const people = await loadPeople(access, [
    ...risks.flatMap(({ ownerId, acceptedById }) => [ownerId, acceptedById]),
    ...criteria.flatMap(({ measurements }) => (measurements ?? []).map(({ byId }) => byId)),
  ]);
  return {
    environments,
    secrets,
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
