import { expect, it } from "vitest";
import { db } from "@/lib/data/client";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { authOptions } from "./options";
import { hashPassword } from "./passwords";

useTestDatabase();

interface Authorizing {
  options: { authorize: (credentials: unknown, request: object) => Promise<object | null> };
}

const PASSWORD = "correct horse battery";

const authorize = (credentials: object) =>
  // next-auth types a provider by what all of them have in common; ours is the one with `authorize`.
  (authOptions.providers[0] as unknown as Authorizing).options.authorize(credentials, { headers: {} });

async function somebody() {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "MEMBER");
  await db().user.update({
    where: { id: actor.userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return actor;
}

it("starts a session for who knows the password, and for nobody else", async () => {
  const { email, userId } = await somebody();
  expect(await authorize({ email, password: PASSWORD })).toMatchObject({ id: userId });
  expect(await authorize({ email, password: "another horse" })).toBeNull();
  expect(await authorize({ email: "nobody@example.test", password: PASSWORD })).toBeNull();
  expect(await authorize({ email: { contains: "@" }, password: PASSWORD })).toBeNull();
});

it("tells nobody how the database failed", async () => {
  const { email } = await somebody();
  await db().$executeRaw`ALTER TABLE "User" RENAME TO "Away"`;
  try {
    await expect(authorize({ email, password: PASSWORD })).rejects.toThrow(/^Unavailable$/);
  } finally {
    await db().$executeRaw`ALTER TABLE "Away" RENAME TO "User"`;
  }
});
