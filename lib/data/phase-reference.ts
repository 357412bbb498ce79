import "server-only";
import { notFound } from "@/lib/domain/errors";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";

/** A phase by its key or id; an archived one has both still. @throws AppError NOT_FOUND */
export async function findPhase(access: ProjectAccess, phase: string): Promise<{ id: string; key: string }> {
  // PostgreSQL refuses a NUL in text with an error of its own; no key has one.
  if (phase.includes("\0")) throw notFound("The phase");
  const found = await db().phase.findMany({
    where: { projectId: access.projectId, OR: [{ key: phase }, ...(isId(phase) ? [{ id: phase }] : [])] },
    select: { id: true, key: true },
  });
  const [first] = found;
  if (!first) throw notFound("The phase");
  return found.find(({ key }) => key === phase) ?? first;
}

/** The key of a phase, for what finds it by that; only what looks like an id is looked up. @throws AppError NOT_FOUND */
export const phaseKeyOf = async (access: ProjectAccess, phase: string): Promise<string> =>
  isId(phase) ? (await findPhase(access, phase)).key : phase;
