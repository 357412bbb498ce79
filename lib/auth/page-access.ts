import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import {
  openProject,
  openProjectOfSession,
  openWorkspace,
  type ProjectAccess,
  type WorkspaceAccess,
} from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { isInstalledUnscoped } from "@/lib/data/installation";
import { AppError } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import { currentActor, sessionSecret } from "./current-actor";

/** Path and query of the page that was asked for, without what Next's router adds when it asks for a part of it. */
async function addressOfPage(): Promise<string> {
  const asked = (await headers()).get("x-phasegate-path") ?? "/";
  if (!URL.canParse(asked, "http://page")) return "/";
  const { pathname, searchParams } = new URL(asked, "http://page");
  searchParams.delete("_rsc");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** The signed-in person, or a redirect: to the first-run form while nothing is set up, else to the sign-in page. */
export async function pageActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  if (!(await isInstalledUnscoped())) redirect("/setup");
  redirect(`/sign-in?next=${encodeURIComponent(await addressOfPage())}`);
}

function show(error: unknown): never {
  if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
  if (error instanceof AppError && error.code === "FORBIDDEN") forbidden();
  throw error;
}

/** Opens a project for a page; a stranger sees the not-found page, a weaker role the page that says what it needs. */
export async function projectPage<P extends Permission>(
  slug: string,
  permission: P,
): Promise<ProjectAccess<P>> {
  const secret = await sessionSecret();
  const access = secret ? await openProjectOfSession(secret, slug, permission).catch(show) : null;
  return access ?? openProject(await pageActor(), { slug }, permission).catch(show);
}

/** Opens the reader's workspace for a page. */
export async function workspacePage<P extends Permission>(permission: P): Promise<WorkspaceAccess<P>> {
  const actor = await pageActor();
  try {
    return openWorkspace(actor, permission);
  } catch (error) {
    return show(error);
  }
}

/** Runs a page's read and shows the not-found page for what is not there. */
export const orNotFound = <T>(read: Promise<T>): Promise<T> => read.catch(show);
