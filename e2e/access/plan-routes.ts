import type { RouteDoor } from "./routes";
import type { Scene } from "./scene";

const NOWHERE = "00000000-0000-7000-8000-000000000000";
const FOLDER = "app/api/v1/projects/[slug]";
const project = ({ slug }: Scene) => `/api/v1/projects/${slug}`;

/** Routes of what a plan holds beside its checklists. */
export const PLAN_ROUTES: RouteDoor[] = [
  {
    file: `${FOLDER}/differences/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/differences`,
    permission: "plan:edit",
    body: "",
    type: "text/markdown",
  },
  {
    file: `${FOLDER}/items/bulk/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/items/bulk`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/views/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/views`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/views/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/views`,
    permission: "project:read",
    body: "{}",
  },
  {
    file: `${FOLDER}/views/[id]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/views/${NOWHERE}`,
    permission: "project:read",
    body: "{}",
  },
  {
    file: `${FOLDER}/export/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/export?format=csv`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/environments/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/environments`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/environments/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/environments`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/environments/[id]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/environments/${NOWHERE}`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/configuration-items/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/configuration-items`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/configuration-items/[id]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/configuration-items/${NOWHERE}`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/configuration-items/[id]/cells/[environment]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/configuration-items/${NOWHERE}/cells/${NOWHERE}`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: `${FOLDER}/secrets/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/secrets`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/secrets/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/secrets`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/secrets/[id]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/secrets/${NOWHERE}`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/secrets/[id]/rotations/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/secrets/${NOWHERE}/rotations`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: `${FOLDER}/risks/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/risks`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/risks/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/risks`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/risks/[id]/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/risks/${NOWHERE}`,
    permission: "plan:edit",
    body: "{}",
  },
  {
    file: `${FOLDER}/risks/[id]/acceptance/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/risks/${NOWHERE}/acceptance`,
    permission: "gate:decide",
    body: "{}",
  },
  {
    file: `${FOLDER}/phases/[phase]/report.pdf/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/phases/alpha/report.pdf`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/phases/[phase]/rollback/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/phases/alpha/rollback`,
    permission: "project:read",
  },
  {
    file: `${FOLDER}/phases/[phase]/rollback/route.ts`,
    method: "PATCH",
    path: (scene) => `${project(scene)}/phases/alpha/rollback`,
    permission: "plan:edit",
    body: '{"steps":7}',
  },
  {
    file: `${FOLDER}/phases/[phase]/rollback/rehearsals/route.ts`,
    method: "POST",
    path: (scene) => `${project(scene)}/phases/alpha/rollback/rehearsals`,
    permission: "item:work",
    body: "{}",
  },
  {
    file: `${FOLDER}/phases/[phase]/areas/route.ts`,
    method: "GET",
    path: (scene) => `${project(scene)}/phases/alpha/areas`,
    permission: "project:read",
  },
];
