import { beforeEach, expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import {
  createDemoPeopleUnscoped,
  createOwnerUnscoped,
  createUserUnscoped,
  listDemoSignInsUnscoped,
  type NewOwner,
} from "./setup";

useTestDatabase();

const owner = (n: number): NewOwner => ({
  workspaceName: `Workspace ${n}`,
  name: "Ana",
  email: `ana${n}@example.test`,
  passwordHash: "hash",
  via: "session",
});

beforeEach(async () => {
  await db().installation.deleteMany();
  await db().member.deleteMany();
  await db().user.deleteMany();
});

it("makes the workspace, its owner and the first audit events", async () => {
  const actor = await createOwnerUnscoped(owner(1));
  expect(actor).toMatchObject({ name: "Ana", role: "ADMIN", via: "session" });
  const events = await db().auditEvent.findMany({
    where: { chain: actor.workspaceId },
    orderBy: { seq: "asc" },
  });
  expect(events.map((event) => event.action)).toEqual(["workspace.created", "member.joined"]);
  expect(events[0]?.memberId).toBe(actor.memberId);
});

it("lets one of five posts at once win and tells the others", async () => {
  const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => createOwnerUnscoped(owner(n))));
  const lost = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(lost).toHaveLength(4);
  for (const error of lost)
    expect(error).toMatchObject({
      code: "CONFLICT",
      message: "Somebody has just set this server up; sign in.",
    });
  expect(await db().installation.count()).toBe(1);
  expect(await db().user.count()).toBe(1);
});

it("adds people from the command line, once for each address, and nobody before first run", async () => {
  const ben = { name: "Ben", email: "ben@example.test", passwordHash: "hash" };
  await expect(createUserUnscoped(ben, "LEAD")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { workspaceId } = await createOwnerUnscoped(owner(1));
  expect(await createUserUnscoped(ben, "LEAD")).toMatchObject({ workspaceId, role: "LEAD", via: "cli" });
  await expect(createUserUnscoped(ben, "LEAD")).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await db().member.count({ where: { workspaceId } })).toBe(2);
});

it("shows sign-ins of a demo, and none of a real workspace", async () => {
  expect(await listDemoSignInsUnscoped()).toEqual([]);
  await createOwnerUnscoped(owner(1));
  expect(await listDemoSignInsUnscoped()).toEqual([]);
  await db().installation.deleteMany();
  const person = { name: "Ana", email: "ana@demo.test", role: "ADMIN" as const, password: "shown" };
  const [actor] = await createDemoPeopleUnscoped("Demo", [{ ...person, passwordHash: "hash" }]);
  expect(actor?.role).toBe("ADMIN");
  expect(await listDemoSignInsUnscoped()).toEqual([person]);
});
