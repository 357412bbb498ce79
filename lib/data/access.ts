import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { can, type Permission, weakerRole, weakestRoleFor } from "@/lib/domain/permissions";
import { ROLE_NAMES, type Role } from "@/lib/domain/words";
import { type Actor, actorOfSession, hashSecret, SESSION, type SessionRow } from "./actor";
import { statement } from "./statement";

declare const opened: unique symbol;

/**
 * Proof that `actor` may do `P` in a workspace. Only openWorkspace makes one, and every function of lib/data demands
 * one, so forgetting to ask does not compile.
 */
export interface WorkspaceAccess<P extends Permission = Permission> {
  readonly [opened]: P;
  readonly actor: Actor;
  readonly workspaceId: string;
  /** of the workspace and all its projects: as long as it is the same, so is everything they hold; null: not asked for */
  readonly state: string | null;
  readonly role: Role;
}

/** The same for one project. `role` is the project's override where it has one. */
export interface ProjectAccess<P extends Permission = Permission> {
  readonly [opened]: P;
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly projectId: string;
  readonly slug: string;
  /** number of the project's newest event when it was opened: whatever is read behind it is at least as new */
  readonly version: number;
  /** of the project and its workspace together: as long as it is the same, so is everything they hold */
  readonly state: string;
  readonly role: Role;
}

/** One address of a project: its slug, its id, or the id of something in it. */
export type ProjectAddress =
  | { slug: string }
  | { projectId: string }
  | { itemId: string }
  | { criterionId: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => UUID.test(text);

function demand(role: Role, permission: Permission): void {
  if (can(role, permission)) return;
  throw new AppError(
    "FORBIDDEN",
    `This needs the role ${ROLE_NAMES[weakestRoleFor(permission)]} or above; yours here is ${ROLE_NAMES[role]}. Ask an admin of the workspace.`,
  );
}

/**
 * @returns access to the actor's own workspace
 * @throws AppError FORBIDDEN when the role does not hold the permission; NOT_FOUND for a token limited to a project
 */
export const openWorkspace = <P extends Permission>(actor: Actor, permission: P): WorkspaceAccess<P> =>
  workspaceAccess(actor, permission, null);

function workspaceAccess<P extends Permission>(
  actor: Actor,
  permission: P,
  state: string | null,
): WorkspaceAccess<P> {
  if (actor.onlyProjectId && permission !== "workspace:read") throw notFound("The workspace");
  demand(actor.role, permission);
  const access = { actor, workspaceId: actor.workspaceId, state, role: actor.role };
  return access as WorkspaceAccess<P>; // the only place that mints the brand, together with accessTo below
}

/** Who a browser's session belongs to, and the way into what it asked for. */
export interface SessionWorkspace {
  actor: Actor;
  /** @throws AppError as `openWorkspace` */
  open: <P extends Permission>(permission: P) => WorkspaceAccess<P>;
}

/** The same for a project. */
export interface SessionProject {
  actor: Actor;
  /** @throws AppError as `openProject` */
  open: <P extends Permission>(permission: P) => ProjectAccess<P>;
}

interface SessionWorkspaceRow extends SessionRow {
  workspaceVersion: number;
  projects: number;
  projectVersions: number;
}

// A version only ever grows, so the sum changes with each of them.
const workspaceOfSession = statement<SessionWorkspaceRow>(`
  SELECT ${SESSION.columns}, w.version AS "workspaceVersion", p.projects, p.versions AS "projectVersions"
  FROM ${SESSION.from} JOIN "Workspace" w ON w.id = m."workspaceId"
  CROSS JOIN LATERAL (SELECT count(*)::int AS projects, coalesce(sum(version), 0)::float8 AS versions
    FROM "Project" WHERE "workspaceId" = w.id) p
  WHERE ${SESSION.holds}`);

/**
 * The workspace of a browser's session.
 *
 * @param secret of the session's cookie
 * @returns null when the session does not hold any more
 */
export async function openWorkspaceOfSession(secret: string): Promise<SessionWorkspace | null> {
  const [row] = await workspaceOfSession([hashSecret(secret)]);
  if (!row) return null;
  const actor = actorOfSession(row);
  const state = `${row.workspaceVersion}.${row.projects}.${row.projectVersions}`;
  return { actor, open: (permission) => workspaceAccess(actor, permission, state) };
}

interface ProjectRow {
  id: string;
  slug: string;
  version: number;
  workspaceVersion: number;
  override: Role | null;
}

const COLUMNS = `SELECT p.id, p.slug, p.version, w.version AS "workspaceVersion", r.role AS "override"
  FROM "Project" p JOIN "Workspace" w ON w.id = p."workspaceId"
  LEFT JOIN "ProjectRole" r ON r."projectId" = p.id AND r."memberId" = $3`;

const bySlug = statement<ProjectRow>(`${COLUMNS} WHERE p."workspaceId" = $2 AND p.slug = $1`);
const byId = statement<ProjectRow>(`${COLUMNS} WHERE p."workspaceId" = $2 AND p.id = $1`);
const byItem = statement<ProjectRow>(
  `${COLUMNS} JOIN "ChecklistItem" i ON i."projectId" = p.id WHERE p."workspaceId" = $2 AND i.id = $1`,
);
const byCriterion = statement<ProjectRow>(
  `${COLUMNS} JOIN "Criterion" c ON c."projectId" = p.id WHERE p."workspaceId" = $2 AND c.id = $1`,
);

function find(actor: Actor, address: ProjectAddress): Promise<ProjectRow[]> {
  const rest = [actor.workspaceId, actor.memberId];
  // PostgreSQL refuses a NUL in text with an error of its own; no slug has one.
  if ("slug" in address)
    return address.slug.includes("\0") ? Promise.resolve([]) : bySlug([address.slug, ...rest]);
  const [id, select] =
    "projectId" in address
      ? [address.projectId, byId]
      : "itemId" in address
        ? [address.itemId, byItem]
        : [address.criterionId, byCriterion];
  return isId(id) ? select([id, ...rest]) : Promise.resolve([]);
}

/**
 * The only way into a project. The lookup goes through the person's own workspace, so a stranger learns nothing.
 *
 * @returns proof that the actor holds `permission` there
 * @throws AppError NOT_FOUND when there is no such project in the actor's workspace or the token is for another one;
 *   FORBIDDEN when the role does not hold the permission
 */
export async function openProject<P extends Permission>(
  actor: Actor,
  address: ProjectAddress,
  permission: P,
): Promise<ProjectAccess<P>> {
  const [row] = await find(actor, address);
  return accessTo(row, actor, permission);
}

function accessTo<P extends Permission>(
  row: ProjectRow | undefined,
  actor: Actor,
  permission: P,
): ProjectAccess<P> {
  if (!row || (actor.onlyProjectId && actor.onlyProjectId !== row.id)) throw notFound();
  // A token's role caps an override too: a token is never stronger than it was made.
  const override =
    row.override && (actor.via === "token" ? weakerRole(row.override, actor.role) : row.override);
  const role = override ?? actor.role;
  demand(role, permission);
  const { id: projectId, slug, version } = row;
  const state = `${version}.${row.workspaceVersion}`;
  const access = { actor, workspaceId: actor.workspaceId, projectId, slug, version, state, role };
  return access as ProjectAccess<P>;
}

interface SessionProjectRow extends SessionRow, Omit<ProjectRow, "id" | "slug" | "version"> {
  projectId: string | null;
  slug: string;
  version: number;
}

const ofSession = statement<SessionProjectRow>(`
  SELECT ${SESSION.columns}, p.id AS "projectId", p.slug, p.version, w.version AS "workspaceVersion",
    r.role AS "override"
  FROM ${SESSION.from} JOIN "Workspace" w ON w.id = m."workspaceId"
  LEFT JOIN "Project" p ON p."workspaceId" = w.id AND p.slug = $2
  LEFT JOIN "ProjectRole" r ON r."projectId" = p.id AND r."memberId" = m.id
  WHERE ${SESSION.holds}`);

/**
 * A project of the workspace of a browser's session, without asking first whose it is: a page waits for one look-up less.
 *
 * @param secret of the session's cookie
 * @returns null when the session does not hold any more
 */
export async function openProjectOfSession(secret: string, slug: string): Promise<SessionProject | null> {
  const [row] = await ofSession([hashSecret(secret), slug.includes("\0") ? "" : slug]);
  if (!row) return null;
  const { projectId } = row;
  const actor = actorOfSession(row);
  const project = projectId === null ? undefined : { ...row, id: projectId };
  return { actor, open: (permission) => accessTo(project, actor, permission) };
}

/** What pages grey out: asks the table that `openProject` enforces. */
export const may = (access: { role: Role }, permission: Permission): boolean => can(access.role, permission);
