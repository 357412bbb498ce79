import "server-only";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import type { Transaction } from "./client";

/**
 * The area of that name in the workspace's list, made when it is new. Upper and lower case are the same area.
 * @returns its id; null for no area
 */
export async function ensureArea(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  name: string | null,
): Promise<string | null> {
  if (name === null) return null;
  const { workspaceId } = access;
  // Projects are locked one by one, so two of them may add the same area at once: the second waits here, then finds it.
  const find = () =>
    tx.area.findFirst({
      where: { workspaceId, name: { equals: name, mode: "insensitive" } },
      select: { id: true },
    });
  const known = await find();
  if (known) return known.id;
  await tx.area.createMany({ data: [{ workspaceId, name }], skipDuplicates: true });
  return (await find())?.id ?? null;
}

/** Areas are a list of the workspace: those of the plan join it. @returns name in lower case -> id */
export async function ensureAreas(
  tx: Transaction,
  { workspaceId }: Pick<WorkspaceAccess, "workspaceId">,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const idsOf = async () => {
    const areas = await tx.area.findMany({ where: { workspaceId }, select: { id: true, name: true } });
    return new Map(areas.map((area) => [area.name.toLowerCase(), area.id]));
  };
  const known = await idsOf();
  const missing = names.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length === 0) return known;
  await tx.area.createMany({ data: missing.map((name) => ({ workspaceId, name })), skipDuplicates: true });
  return idsOf();
}
