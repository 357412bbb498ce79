import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { currentActor } from "@/lib/auth/current-actor";
import { openProject, openWorkspace, type ProjectAccess, type WorkspaceAccess } from "@/lib/data/access";
import type { ActionResult } from "@/lib/domain/action-result";
import { AppError } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import { refusalOf } from "@/lib/http/refusal";
import { parseInput } from "@/lib/schemas/parse-input";

type ProjectInput = { projectId: string };

async function answer<T>(body: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await body() };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, error: refusalOf(error, (await headers()).get("x-request-id")) };
  }
}

async function signedIn() {
  const actor = await currentActor();
  if (!actor)
    throw new AppError("SIGN_IN", "You are signed out. Sign in and repeat; what you typed is still here.");
  return actor;
}

/** The project an input names, before the rest of it is looked at: a stranger is told nothing about its form either. */
const projectIdOf = (input: unknown): string =>
  typeof input === "object" && input !== null && "projectId" in input && typeof input.projectId === "string"
    ? input.projectId
    : "";

/**
 * A server action on one project: the session and the permission are checked, then the input, then the body runs. The
 * schema must have `projectId`, which is how the action is bound to what it was allowed for.
 */
export function projectAction<P extends Permission, S extends z.ZodType<ProjectInput>, T>(
  permission: P,
  schema: S,
  body: (access: ProjectAccess<P>, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) =>
    answer(async () => {
      const access = await openProject(await signedIn(), { projectId: projectIdOf(input) }, permission);
      return body(access, parseInput(schema, input));
    });
}

/** A server action on the caller's workspace. */
export function workspaceAction<P extends Permission, S extends z.ZodType, T>(
  permission: P,
  schema: S,
  body: (access: WorkspaceAccess<P>, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) =>
    answer(async () => {
      const access = openWorkspace(await signedIn(), permission);
      return body(access, parseInput(schema, input));
    });
}

/** A server action without a session. A test lists every use, so that a new open door is seen in review. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  body: (input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return (input) => answer(async () => body(parseInput(schema, input)));
}
