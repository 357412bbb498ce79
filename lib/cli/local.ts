import { openProject, openWorkspace, type ProjectAccess, type WorkspaceAccess } from "@/lib/data/access";
import { type Actor, findCliActorUnscoped } from "@/lib/data/actor";
import { disconnect } from "@/lib/data/client";
import { AppError, notFound } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import { withDatabase } from "@/lib/ops/database";

/** Runs a command's work against the installation's own database, and lets go of it afterwards. */
export const locally = <T>(run: () => Promise<T>): Promise<T> =>
  withDatabase(async () => {
    try {
      return await run();
    } finally {
      // Before an embedded server is stopped: it would wait for our connections.
      await disconnect();
    }
  });

/**
 * Whom the command line acts for: the person named, else the owner.
 * @throws AppError NOT_FOUND
 */
export async function cliActor(email: string | null): Promise<Actor> {
  const actor = await findCliActorUnscoped(email);
  if (actor) return actor;
  if (email) throw notFound(`The person ${email}`);
  throw new AppError("NOT_FOUND", "Nobody is set up here yet. Make the owner with `user create`.");
}

/** Opens the workspace for the person named, else for the owner. */
export const cliWorkspace = async <P extends Permission>(
  permission: P,
  email: string | null = null,
): Promise<WorkspaceAccess<P>> => openWorkspace(await cliActor(email), permission);

/** Opens a project for the owner. */
export const cliProject = async <P extends Permission>(
  slug: string,
  permission: P,
): Promise<ProjectAccess<P>> =>
  openProject(await cliActor(null), { slug }, permission).catch((error: unknown) => {
    throw error instanceof AppError && error.code === "NOT_FOUND" ? notFound(`The project "${slug}"`) : error;
  });
