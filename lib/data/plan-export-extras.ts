import "server-only";
import { cellInWords } from "@/lib/domain/environments";
import type { Directory } from "@/lib/plan/people";
import type { Plan } from "@/lib/schemas/plan";
import type { Transaction } from "./client";
import { dayOrNull } from "./items";

const IN_ORDER = [{ position: "asc" as const }, { id: "asc" as const }];

async function loadEnvironments(
  tx: Transaction,
  projectId: string,
): Promise<{ environments: Plan["environments"]; ids: string[] }> {
  const where = { projectId, archivedAt: null };
  const environments = await tx.environment.findMany({
    where,
    orderBy: IN_ORDER,
    select: { id: true, name: true },
  });
  if (environments.length === 0) return { environments: null, ids: [] };
  const rows = await tx.configurationItem.findMany({
    where,
    orderBy: IN_ORDER,
    select: {
      id: true,
      key: true,
      mustDiffer: true,
      values: { select: { environmentId: true, state: true, value: true } },
    },
  });
  return {
    environments: {
      columns: environments.map(({ name }) => name),
      rows: rows.map(({ key, mustDiffer, values }) => {
        const cells = new Map(
          values.map(({ environmentId, ...cell }) => [environmentId, cellInWords(cell).trim()]),
        );
        return { key, mustDiffer, values: environments.map(({ id }) => cells.get(id) ?? "") };
      }),
    },
    ids: [...environments, ...rows].map(({ id }) => id),
  };
}

/** What a plan says beside its phases and criteria, read inside a transaction, and the ids of its rows in that order. */
export async function loadPlanExtrasIn(
  tx: Transaction,
  projectId: string,
  people: Directory,
): Promise<Pick<Plan, "environments" | "secrets" | "risks"> & { ids: string[] }> {
  const where = { projectId, archivedAt: null };
  const { environments, ids } = await loadEnvironments(tx, projectId);
  const secrets = await tx.secretRecord.findMany({
    where,
    orderBy: IN_ORDER,
    select: {
      id: true,
      name: true,
      variable: true,
      owner: true,
      rotationDays: true,
      storage: true,
      lastRotatedOn: true,
    },
  });
  const risks = await tx.risk.findMany({
    where,
    orderBy: IN_ORDER,
    select: {
      id: true,
      title: true,
      severity: true,
      likelihood: true,
      impact: true,
      mitigation: true,
      ownerId: true,
    },
  });
  return {
    environments,
    secrets: secrets.map(({ id: _, lastRotatedOn, ...secret }) => ({
      ...secret,
      lastRotatedOn: dayOrNull(lastRotatedOn),
    })),
    risks: risks.map(({ id: _, ownerId, ...risk }) => ({ ...risk, owner: people.handleOf(ownerId) })),
    ids: [...ids, ...[...secrets, ...risks].map(({ id }) => id)],
  };
}
