import type { Permission } from "@/lib/domain/permissions";
import { PLAN_ROUTES } from "./plan-routes";
import type { Scene } from "./scene";

export interface RouteDoor {
  file: string;
  method: string;
  path: (scene: Scene) => string;
  permission: Permission;
  body?: string;
  type?: string;
}

const phase = ({ slug }: Scene) => `/api/v1/projects/${slug}/phases/alpha`;
const PHASE = "app/api/v1/projects/[slug]/phases/[phase]";

/** Every route with a caller: what it takes to be let in, with bodies that change nothing. */
export const ROUTES: RouteDoor[] = [
  {
    file: "app/api/v1/projects/route.ts",
    method: "GET",
    path: () => "/api/v1/projects",
    permission: "workspace:read",
  },
  {
    file: "app/api/v1/projects/route.ts",
    method: "POST",
    path: () => "/api/v1/projects",
    permission: "project:create",
    body: "{}",
  },
  {
    file: "app/api/v1/templates/route.ts",
    method: "GET",
    path: () => "/api/v1/templates",
    permission: "workspace:read",
  },
  {
    file: "app/api/v1/templates/route.ts",
    method: "POST",
    path: () => "/api/v1/templates",
    permission: "project:create",
    body: "{}",
  },
  {
    file: "app/api/v1/templates/[key]/route.ts",
    method: "GET",
    path: () => "/api/v1/templates/launch",
    permission: "workspace:read",
  },
  {
    file: "app/api/v1/templates/[key]/route.ts",
    method: "PATCH",
    path: () => "/api/v1/templates/launch",
    permission: "project:create",
    body: "{}",
  },
  {
    file: "app/api/v1/events/route.ts",
    method: "GET",
    path: () => "/api/v1/events",
    permission: "workspace:read",
  },
  {
    file: "app/api/v1/projects/import/route.ts",
    method: "POST",
    path: () => "/api/v1/projects/import?name=",
    permission: "project:create",
    body: "",
    type: "text/markdown",
  },
  {
    file: "app/api/v1/projects/[slug]/route.ts",
    method: "GET",
    path: ({ slug }) => `/api/v1/projects/${slug}`,
    permission: "project:read",
  },
  {
    file: "app/api/v1/projects/[slug]/events/route.ts",
    method: "GET",
    path: ({ slug }) => `/api/v1/projects/${slug}/events`,
    permission: "project:read",
  },
  { file: `${PHASE}/route.ts`, method: "GET", path: phase, permission: "project:read" },
  {
    file: `${PHASE}/check/route.ts`,
    method: "GET",
    path: (scene) => `${phase(scene)}/check`,
    permission: "project:read",
  },
  {
    file: `${PHASE}/sign-offs/route.ts`,
    method: "POST",
    path: (scene) => `${phase(scene)}/sign-offs`,
    permission: "gate:sign",
    body: "{}",
  },
  {
    file: `${PHASE}/reviews/route.ts`,
    method: "POST",
    path: (scene) => `${phase(scene)}/reviews`,
    permission: "review:request",
    body: '{"note":7}',
  },
  {
    file: `${PHASE}/decisions/route.ts`,
    method: "POST",
    path: (scene) => `${phase(scene)}/decisions`,
    permission: "gate:decide",
    body: "{}",
  },
  {
    file: "app/api/v1/items/[id]/route.ts",
    method: "PATCH",
    path: ({ itemId }) => `/api/v1/items/${itemId}`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: "app/api/v1/criteria/[id]/measurements/route.ts",
    method: "POST",
    path: ({ criterionId }) => `/api/v1/criteria/${criterionId}/measurements`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: "app/api/v1/projects/[slug]/evidence/route.ts",
    method: "POST",
    path: ({ slug }) => `/api/v1/projects/${slug}/evidence`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: "app/api/v1/projects/[slug]/evidence/[id]/route.ts",
    method: "GET",
    path: ({ slug, evidenceId }) => `/api/v1/projects/${slug}/evidence/${evidenceId}`,
    permission: "project:read",
  },
  ...PLAN_ROUTES,
  {
    file: "app/(app)/audit/export/route.ts",
    method: "GET",
    path: () => "/audit/export",
    permission: "workspace:administer",
  },
  {
    file: "app/api/v1/audit/route.ts",
    method: "GET",
    path: () => "/api/v1/audit",
    permission: "workspace:read",
  },
];

/** Routes without a caller, or whose caller is somebody else's matter. A new one is seen here in review. */
export const UNLISTED_ROUTES = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/route.ts",
  "app/api/metrics/route.ts",
  "app/api/v1/[[...path]]/route.ts",
  "app/api/v1/openapi.json/route.ts",
];
