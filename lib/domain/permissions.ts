import { ROLES, type Role } from "./words";

/**
 * One row per permission, with the weakest role that holds it (design 2.5). Roles are ordered, so a stronger role
 * holds everything a weaker one does. Pages grey their buttons from the same table the server enforces.
 */
const WEAKEST_ROLE = {
  "project:read": "VIEWER",
  "item:work": "MEMBER",
  "plan:edit": "LEAD",
  "review:request": "LEAD",
  "gate:sign": "MEMBER",
  "project:create": "MANAGER",
  "item:waive": "MANAGER",
  "gate:decide": "MANAGER",
  "gate:override": "ADMIN",
  "workspace:read": "VIEWER",
  "workspace:administer": "ADMIN",
  "token:own": "VIEWER",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof WEAKEST_ROLE;
export const PERMISSIONS = Object.keys(WEAKEST_ROLE) as Permission[];

const rank = (role: Role) => ROLES.indexOf(role);

/** True when `role` is at least as strong as `floor`. */
export const isAtLeast = (role: Role, floor: Role): boolean => rank(role) >= rank(floor);

/** The weaker of two roles: a token acts with the weaker of its own role and its maker's. */
export const weakerRole = (a: Role, b: Role): Role => (rank(a) <= rank(b) ? a : b);

export const weakestRoleFor = (permission: Permission): Role => WEAKEST_ROLE[permission];

export const can = (role: Role, permission: Permission): boolean => isAtLeast(role, WEAKEST_ROLE[permission]);

/**
 * Whom a picker offers for a task: those whose role holds its permission, and who is named already, so that an edit of
 * something else loses nobody. The server refuses the rest by the same rule.
 */
export const nameable = <Person extends { memberId: string; role: Role }>(
  people: readonly Person[],
  permission: Permission,
  named: ReadonlySet<string> = new Set(),
): Person[] => people.filter(({ memberId, role }) => can(role, permission) || named.has(memberId));
