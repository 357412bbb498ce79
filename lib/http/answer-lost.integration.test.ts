import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/data/client";
import { callApi, makeToken } from "@/prisma/factories/api";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";

useTestDatabase();
it("does not import twice when the answer was lost", async () => {
  const w = await makeWorkspace();
  const { actor } = await makeMember(w.id, "ADMIN", "Ana");
  const token = await makeToken(actor);
  const key = randomUUID();
  await db().$executeRawUnsafe(
    `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.status > 1 THEN RAISE EXCEPTION 'away' USING ERRCODE='57P01'; END IF; RETURN NEW; END $$`,
  );
  await db().$executeRawUnsafe(
    `CREATE TRIGGER t BEFORE UPDATE ON "IdempotencyKey" FOR EACH ROW EXECUTE FUNCTION f()`,
  );
  const send = () =>
    callApi(token, "POST", "/projects/import", {
      body: "# P\n\n## Phase 1\n\n- [ ] a\n",
      headers: { "idempotency-key": key },
    });
  const first = await send();
  const again = await send();
  expect([first.status, again.status, (await again.json()).detail]).toEqual([
    503,
    409,
    expect.stringContaining("carried out"),
  ]);
  expect(await db().project.count()).toBe(1);
});
