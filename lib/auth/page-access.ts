import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import {
  openProjectOfSession,
  openWorkspaceOfSession,
  type ProjectAccess,
  type WorkspaceAccess,
} from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { isInstalledUnscoped } from "@/lib/data/installation";
import { AppError } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import { sessionSecret } from "./current-actor";

/** Path and query of the page that was asked for, without what Next's router adds when it asks for a part of it. */
async function addressOfPage(): Promise<string> {
  const asked = (await headers()).get("x-phasegate-path") ?? "/";
  if (!URL.canParse(asked, "http://page")) return "/";
  const { pathname, searchParams } = new URL(asked, "http://page");
  searchParams.delete("_rsc");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** Nobody is signed in: to the first-run form while nothing is set up, else to the sign-in page. */
async function askToSignIn(): Promise<never> {
  if (!(await isInstalledUnscoped())) redirect("/setup");
  redirect(`/sign-in?next=${encodeURIComponent(await addressOfPage())}`);
}

// Once for each request: the frame of a page and the page itself ask for the same.
const sessionWorkspace = cache(async () => {
  const secret = await sessionSecret();
  return (secret && (await openWorkspaceOfSession(secret))) || askToSignIn();
});
const sessionProject = cache(async (slug: string) => {
  const secret = await sessionSecret();
  return (secret && (await openProjectOfSession(secret, slug))) || askToSignIn();
});

const PROJECT_PAGE = /^\/projects\/([^/?]+)/;

/** The signed-in person, or a redirect. On a project's page this is the page's own look-up. */
export async function pageActor(): Promise<Actor> {
  const slug = PROJECT_PAGE.exec(await addressOfPage())?.[1];
  const { actor } = await (slug ? sessionProject(slug) : sessionWorkspace());
  return actor;
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
  const { open } = await sessionProject(slug);
  return opened(() => open(permission));
}

/** Opens the reader's workspace for a page. */
export async function workspacePage<P extends Permission>(permission: P): Promise<WorkspaceAccess<P>> {
  const { open } = await sessionWorkspace();
  return opened(() => open(permission));
}

function opened<Access>(open: () => Access): Access {
  try {
    return open();
  } catch (error) {
    return show(error);
  }
}

/** Runs a page's read and shows the not-found page for what is not there. */
export const orNotFound = <T>(read: Promise<T>): Promise<T> => read.catch(show);
