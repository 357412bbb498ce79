import { can, type Permission } from "@/lib/domain/permissions";
import { ROLES, type Role } from "@/lib/domain/words";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { expect, test } from "../fixtures";
import { actionIds, type Caller, callAction, callRoute, openPage } from "./door-calls";
import { actions, exportsOfActionFiles, pages, routeFiles } from "./doors";
import { ROUTES, UNLISTED_ROUTES } from "./routes";
import { makeScene, OPEN_PAGES, PUBLIC_ACTIONS, type Scene } from "./scene";

// Every door is found in the source, so a new one joins by existing. Each is tried by nobody, by an admin of another
// workspace, and by each role.

let scene: Scene;
let nobody: Caller;
let outsider: Caller;
let members: (Caller & { role: Role; memberId: string })[];

test.beforeAll(async () => {
  scene = await makeScene();
  nobody = { name: "nobody", secret: null };
  outsider = {
    name: "outsider",
    secret: (await makeMember((await makeWorkspace()).id, "ADMIN", "Otto")).secret,
  };
  members = [];
  for (const role of ROLES) {
    const { actor, secret } = await makeMember(scene.workspaceId, role);
    await scene.settle(actor);
    members.push({ name: role, role, secret, memberId: actor.memberId });
  }
});

const lacks = (role: Role, permission: Permission | null) => permission !== null && !can(role, permission);

test("every server action is made by the builder and refuses who may not", async () => {
  const ids = actionIds();
  const doors = actions();
  expect(doors.map(({ name }) => name).sort()).toEqual(
    exportsOfActionFiles()
      .map(({ name }) => name)
      .sort(),
  );
  expect(
    doors
      .filter(({ scope }) => scope === "public")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(PUBLIC_ACTIONS);
  const found: string[] = [];
  for (const door of doors.filter(({ scope }) => scope !== "public")) {
    const id = ids.get(door.name);
    if (!id) {
      found.push(`${door.name}: no page uses it`);
      continue;
    }
    const input = { projectId: scene.projectId };
    const call = (caller: Caller) => callAction(caller, id, input, "/projects");
    const expectCode = (caller: Caller, code: string, expected: (code: string) => boolean) => {
      if (!expected(code)) found.push(`${door.name} as ${caller.name}: ${code}`);
    };
    expectCode(nobody, await call(nobody), (code) => code === "SIGN_IN");
    const stranger = await call(outsider);
    expectCode(outsider, stranger, (code) =>
      door.scope === "project"
        ? code === "NOT_FOUND"
        : code === "INVALID" || code === "ok" || code === "NOT_FOUND",
    );
    for (const member of members.filter(({ role }) => lacks(role, door.permission)))
      expectCode(member, await call(member), (code) => code === "FORBIDDEN");
    const admin = members.find(({ role }) => role === "ADMIN") ?? outsider;
    expectCode(
      admin,
      await call(admin),
      (code) => !["SIGN_IN", "FORBIDDEN", "INTERNAL"].includes(code) && !code.startsWith("status"),
    );
  }
  expect(found).toEqual([]);
});

test("every route is in the table and refuses who may not", async () => {
  const listed = new Set([...ROUTES.map(({ file }) => file), ...UNLISTED_ROUTES]);
  expect(routeFiles().filter((file) => !listed.has(file))).toEqual([]);
  const found: string[] = [];
  for (const { method, path, permission, body = null, type = "application/json" } of ROUTES) {
    const address = path(scene);
    const call = async (caller: Caller) => {
      const response = await callRoute(caller, method, address, body, type);
      await response.body?.cancel();
      return response.status;
    };
    const expectStatus = (caller: Caller, status: number, isRight: boolean) => {
      if (!isRight) found.push(`${method} ${address} as ${caller.name}: ${status}`);
    };
    const asNobody = await call(nobody);
    expectStatus(nobody, asNobody, asNobody === 401);
    const asStranger = await call(outsider);
    // A route of the workspace shows a stranger their own workspace.
    expectStatus(
      outsider,
      asStranger,
      address.includes(scene.slug) || [scene.itemId, scene.criterionId].some((id) => address.includes(id))
        ? asStranger === 404
        : asStranger < 500,
    );
    for (const member of members) {
      const status = await call(member);
      expectStatus(
        member,
        status,
        lacks(member.role, permission) ? status === 403 : ![401, 403, 404, 500].includes(status),
      );
    }
  }
  expect(found).toEqual([]);
});

test("every page shows itself only to who may see it", async () => {
  const doors = await pages();
  expect(
    doors
      .filter(({ scope }) => scope === "public")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(OPEN_PAGES);
  const found: string[] = [];
  for (const door of doors.filter(({ scope }) => scope !== "public")) {
    const address = scene.fill(door.name);
    const expectStatus = (caller: Caller, status: number, isRight: boolean) => {
      if (!isRight) found.push(`${address} as ${caller.name}: ${status}`);
    };
    const asNobody = await openPage(nobody, address);
    const target = asNobody.headers.get("location") ?? "";
    expectStatus(nobody, asNobody.status, asNobody.status === 307 && /\/(sign-in|setup)/.test(target));
    if (door.scope === "project") {
      const seen = await openPage(outsider, address);
      expectStatus(outsider, seen.status, seen.status === 404);
      // Not even in the title of the tab.
      if ((await seen.text()).includes(scene.projectName)) found.push(`${address} tells a stranger its name`);
    }
    for (const member of members) {
      const { status } = await openPage(member, scene.fill(door.name, member.memberId));
      expectStatus(
        member,
        status,
        lacks(member.role, door.permission) ? status === 403 : status === 200 || status === 307,
      );
    }
  }
  expect(found).toEqual([]);
});
