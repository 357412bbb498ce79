import "server-only";
import type { MatrixView } from "@/lib/domain/environment-views";
import { AppError, notFound } from "@/lib/domain/errors";
import type { AddEnvironmentInput, EditEnvironmentInput } from "@/lib/schemas/environments";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { writeProject } from "./write";

type Access = ProjectAccess<"plan:edit">;

/** What a matrix may hold: more than anybody compares, less than what would stall the page. */
const ENVIRONMENTS_MAX = 30;
export const CONFIGURATION_ITEMS_MAX = 1_000;

const IN_ORDER = [{ position: "asc" }, { id: "asc" }] as const satisfies object[];

/** The environment matrix without what was archived. A cell of which nothing was said is MISSING, of version 0. */
export async function getMatrix(access: ProjectAccess): Promise<MatrixView> {
  const where = { projectId: access.projectId, archivedAt: null };
  const [environments, items] = await Promise.all([
    db().environment.findMany({
      where,
      orderBy: [...IN_ORDER],
      take: ENVIRONMENTS_MAX,
      select: { id: true, name: true, isProduction: true, version: true },
    }),
    db().configurationItem.findMany({
      where,
      orderBy: [...IN_ORDER],
      take: CONFIGURATION_ITEMS_MAX,
      select: {
        id: true,
        key: true,
        mustDiffer: true,
        version: true,
        values: {
          where: { environment: { archivedAt: null } },
          select: {
            environmentId: true,
            state: true,
            value: true,
            verifiedById: true,
            verifiedAt: true,
            version: true,
          },
        },
      },
    }),
  ]);
  const people = await loadPeople(
    access,
    items.flatMap(({ values }) => values.map(({ verifiedById }) => verifiedById)),
  );
  return {
    environments,
    items: items.map(({ values, ...item }) => {
      const byEnvironment = new Map(values.map((value) => [value.environmentId, value]));
      const cells = environments.map(({ id: environmentId }) => {
        const cell = byEnvironment.get(environmentId);
        return {
          environmentId,
          state: cell?.state ?? ("MISSING" as const),
          value: cell?.value ?? "",
          verifiedBy: nameOf(people, cell?.verifiedById ?? null),
          verifiedAt: cell?.verifiedAt?.toISOString() ?? null,
          version: cell?.version ?? 0,
        };
      });
      return { ...item, cells };
    }),
  };
}

/** @throws AppError INVALID when another environment is called so already */
async function refuseTwin(access: Access, tx: Transaction, name: string, id?: string): Promise<void> {
  const where = {
    projectId: access.projectId,
    archivedAt: null,
    name: { equals: name, mode: "insensitive" as const },
    ...(id ? { id: { not: id } } : {}),
  };
  if ((await tx.environment.count({ where })) === 0) return;
  const message = "There is an environment of this name already.";
  throw new AppError("INVALID", `name: ${message}`, { fields: { name: [message] } });
}

/**
 * Adds an environment as the last column.
 * @throws AppError INVALID for a name that is taken; RULE beyond what a matrix holds
 */
export function addEnvironment(
  access: Access,
  { name, isProduction = false }: AddEnvironmentInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    await refuseTwin(access, tx, name);
    const live = await tx.environment.count({ where: { projectId, archivedAt: null } });
    if (live >= ENVIRONMENTS_MAX)
      throw new AppError(
        "RULE",
        `A matrix holds ${ENVIRONMENTS_MAX} environments at most. Archive one first.`,
      );
    const last = await tx.environment.aggregate({ where: { projectId }, _max: { position: true } });
    const environment = await tx.environment.create({
      data: { projectId, name, isProduction, position: (last._max.position ?? 0) + 1 },
      select: { id: true, version: true },
    });
    const data = { name, isProduction };
    record({ action: "environment.added", targetType: "environment", targetId: environment.id, data });
    return environment;
  });
}

/**
 * Renames an environment, or says whether it is production.
 * @throws AppError NOT_FOUND; CONFLICT with the environment as it stands; INVALID for a name that is taken
 */
export function editEnvironment(
  access: Access,
  input: EditEnvironmentInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const row = isId(input.id)
      ? await tx.environment.findFirst({
          where: { id: input.id, projectId: access.projectId, archivedAt: null },
          select: { id: true, version: true, name: true, isProduction: true },
        })
      : null;
    if (!row) throw notFound("The environment");
    const { id, version, ...editable } = row;
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { id, version };
    refuseStale("environment", input.version ?? version, { ...editable, version });
    if (changed.name !== undefined) await refuseTwin(access, tx, changed.name, id);
    const updated = await tx.environment.update({
      where: { id },
      data: { ...changed, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    const data = changeData(editable, changed, ["name", "isProduction"]);
    record({ action: "environment.edited", targetType: "environment", targetId: id, data });
    return updated;
  });
}
