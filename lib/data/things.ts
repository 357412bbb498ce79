import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { AppError, notFound } from "@/lib/domain/errors";
import type { MoveThingInput } from "@/lib/schemas/fields";
import { isId, type ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { refuseStale } from "./differences";
import { orderAfterMove, renumber } from "./positions";
import { writeProject } from "./write";

/** Kinds of things that stand in an ordered list of a project and are archived, never deleted. */
const THINGS = {
  environment: { table: "Environment", noun: "environment", moves: null, unique: "name" },
  "configuration-item": {
    table: "ConfigurationItem",
    noun: "configuration item",
    moves: null,
    unique: "key",
  },
  /** a high one that is open holds up every gate (lib/domain/risks.ts) */
  risk: { table: "Risk", noun: "risk", moves: "all", unique: null },
  /** a gate may ask that none is overdue */
  secret: { table: "SecretRecord", noun: "secret", moves: "all", unique: null },
} as const;
export type Thing = keyof typeof THINGS;

type Access = ProjectAccess<"plan:edit">;

interface ThingRow {
  id: string;
  version: number;
  archivedAt: Date | null;
}

async function findThing(access: Access, tx: Transaction, kind: Thing, id: string): Promise<ThingRow> {
  const table = Prisma.raw(`"${THINGS[kind].table}"`);
  const [row] = isId(id)
    ? await tx.$queryRaw<ThingRow[]>`
        SELECT id, version, "archivedAt" FROM ${table}
        WHERE id = ${id}::uuid AND "projectId" = ${access.projectId}::uuid`
    : [];
  if (!row) throw notFound(`The ${THINGS[kind].noun}`);
  return row;
}

/** @throws AppError RULE when another one took its name while it was archived */
async function refuseTwin(access: Access, tx: Transaction, kind: Thing, id: string): Promise<void> {
  const { table, noun, unique } = THINGS[kind];
  if (!unique) return;
  const [from, column] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${unique}"`)];
  const twins = await tx.$queryRaw<{ id: string }[]>`
    SELECT other.id FROM ${from} AS other JOIN ${from} AS mine ON lower(mine.${column}) = lower(other.${column})
    WHERE mine.id = ${id}::uuid AND other.id <> mine.id AND other."projectId" = ${access.projectId}::uuid
      AND other."archivedAt" IS NULL LIMIT 1`;
  if (twins.length > 0)
    throw new AppError(
      "RULE",
      `Another ${noun} has this ${unique} by now. Rename or archive that one first.`,
    );
}

/**
 * Takes a thing out of its list, or puts it back in its place. Doing it again changes nothing.
 * @param version it is based on; null: whatever stands there now
 * @throws AppError NOT_FOUND; CONFLICT when it changed meanwhile; RULE when its name is taken by now
 */
export function setThingArchived(
  access: Access,
  kind: Thing,
  id: string,
  archived: boolean,
  version: number | null = null,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const row = await findThing(access, tx, kind, id);
    if ((row.archivedAt !== null) === archived) return { id: row.id, version: row.version };
    const { table, noun, moves } = THINGS[kind];
    refuseStale(noun, version ?? row.version, { version: row.version });
    if (!archived) await refuseTwin(access, tx, kind, row.id);
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "archivedAt" = ${archived ? now : null}::timestamptz, version = version + 1
      WHERE id = ${row.id}::uuid`;
    const action = `${kind}.${archived ? "archived" : "restored"}`;
    record({ action, targetType: kind, targetId: row.id, phase: moves });
    return { id: row.id, version: row.version + 1 };
  });
}

/**
 * Puts a thing before another of its kind, or last.
 * @throws AppError NOT_FOUND also for an archived one; CONFLICT when it, or the place, changed meanwhile
 */
export function moveThing(
  access: Access,
  kind: Thing,
  input: Omit<MoveThingInput, "version"> & { version: number | null },
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, archivedAt } = await findThing(access, tx, kind, input.id);
    const { table, noun } = THINGS[kind];
    if (archivedAt) throw notFound(`The ${noun}`);
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE "projectId" = ${access.projectId}::uuid ORDER BY position, id`;
    const order = orderAfterMove(
      rows.map((row) => row.id),
      id,
      input.beforeId,
    );
    if (!order) return { id, version };
    refuseStale(noun, input.version ?? version, { version });
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET version = version + 1 WHERE id = ${id}::uuid`;
    await renumber(access, tx, table, order);
    const data = { beforeId: input.beforeId };
    record({ action: `${kind}.moved`, targetType: kind, targetId: id, data });
    return { id, version: version + 1 };
  });
}
