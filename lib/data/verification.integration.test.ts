import { expect, it } from "vitest";
import type { ItemState } from "@/lib/domain/words";
import { makeBareProject } from "@/prisma/factories/bare-project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { setItemState } from "./item-state";
import { tickItemUnscoped } from "./item-tick";

useTestDatabase();

it("lets nobody verify their own work, not even after another took the verification back", async () => {
  const { id } = await makeWorkspace();
  const ben = await makeMember(id, "MEMBER", "Ben");
  const dora = await makeMember(id, "MEMBER", "Dora");
  const { projectId, itemIds } = await makeBareProject(id, ben.actor.memberId, ["Rotate the keys"]);
  const itemId = itemIds[0] ?? "";
  const set = async ({ actor }: typeof ben, state: Exclude<ItemState, "WAIVED">) =>
    setItemState(await openProject(actor, { projectId }, "item:work"), itemId, { state });
  const refused = { code: "RULE" };

  await set(dora, "DONE");
  await expect(set(dora, "VERIFIED")).rejects.toMatchObject(refused);
  await set(ben, "VERIFIED");
  await tickItemUnscoped("session", ben.secret, itemId, "DONE", new Date());
  await expect(set(dora, "VERIFIED")).rejects.toMatchObject(refused);
  await set(ben, "VERIFIED");
  await set(ben, "DONE");
  await expect(set(dora, "VERIFIED")).rejects.toMatchObject(refused);
  await set(ben, "OPEN");
  await set(ben, "DONE");
  await expect(set(ben, "VERIFIED")).rejects.toMatchObject(refused);
  await set(dora, "VERIFIED");
});
