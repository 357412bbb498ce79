import { expect, it } from "vitest";
import { openDoors, unguardedActions, unguardedRoutes } from "./doors";
import { isTest, sources } from "./sources";

const files = sources().filter(({ path }) => !isTest(path));
/** next-auth answers its own addresses. */
const routes = files.filter(
  ({ path }) => /^app\/.*\/route\.ts$/.test(path) && path !== "app/api/auth/[...nextauth]/route.ts",
);

it("makes every server action by a builder that opens the project or the workspace", () => {
  expect(unguardedActions(files)).toEqual([]);
});

it("makes every method of every route by a builder of lib/http", () => {
  expect(routes.length).toBeGreaterThan(10);
  expect(unguardedRoutes(routes)).toEqual([]);
});

it("has no open door but these", () => {
  const found = openDoors(files.filter(({ path }) => /^(app|lib\/actions)\//.test(path)));
  expect(found.sort()).toEqual([
    "app/api/health/route.ts read",
    "app/api/metrics/route.ts read",
    // One address, two ways: the fast one asks who it is in its own statement, and hands on what it does not do.
    "app/api/v1/items/[id]/route.ts patch",
    "app/api/v1/items/[id]/route.ts patchByTick",
    "app/api/v1/openapi.json/route.ts read",
    "lib/actions/members.ts joinAction",
    "lib/actions/setup.ts makeDemoAction",
    "lib/actions/setup.ts setupAction",
  ]);
});

it("would see an action that is not made by a builder", () => {
  const faults = (text: string) => unguardedActions([{ path: "lib/actions/x.ts", text }]);
  const good = `"use server";\nimport { projectAction } from "./define";\nexport const tickAction = projectAction(\n  "item:work",`;
  expect(faults(good)).toEqual([]);
  expect(faults(`${good}\nexport async function removeAction(id: string) {`)).toHaveLength(1);
  expect(faults(`${good}\nexport const removeAction = async (id: string) => remove(id);`)).toHaveLength(1);
  expect(faults(`${good}\nexport { remove } from "@/lib/data/items";`)).toHaveLength(1);
  expect(
    faults(`"use server";\nexport const tickAction = projectAction("item:work", s, tick);`),
  ).toHaveLength(1);
  expect(
    unguardedActions([{ path: "app/page.tsx", text: 'async function save() {\n  "use server";\n}' }]),
  ).toEqual(["app/page.tsx does not use ./define", "app/page.tsx"]);
});

it("would see a route that is not made by a builder", () => {
  const faults = (text: string) => unguardedRoutes([{ path: "app/api/x/route.ts", text }]);
  const good = `import { projectRoute } from "@/lib/http/define";\nconst read = projectRoute(NAME, "project:read", bySlug, body);\n`;
  expect(faults(`${good}export const { GET, HEAD } = resource(NAME, { GET: read });`)).toEqual([]);
  expect(
    faults(`${good}export const { GET, POST } = resource(NAME, { GET: read, POST: write });`),
  ).toHaveLength(1);
  expect(faults(`${good}export const POST = async (request: Request) => new Response();`)).toHaveLength(1);
  expect(
    faults(
      `${good}export async function POST(request: Request) {\n  return new Response();\n}\nconst x = 1;`,
    ),
  ).toHaveLength(1);
  expect(faults("export const GET = projectRoute(NAME);")).toEqual([
    "app/api/x/route.ts: uses nothing of lib/http",
  ]);
});
