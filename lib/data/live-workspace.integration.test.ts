import { expect, it, vi } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openWorkspace } from "./access";
import { watchMembers } from "./live-workspace";
import { removeMember } from "./members";
import { endSessionUnscoped } from "./sessions";

useTestDatabase();

it("says at once that somebody may have to stop listening, and only in their workspace", async () => {
  const { id } = await makeWorkspace();
  const ana = openWorkspace((await makeMember(id, "ADMIN", "Ana")).actor, "workspace:administer");
  const ben = (await makeMember(id, "MEMBER", "Ben")).actor;
  const stranger = (await makeMember((await makeWorkspace()).id, "ADMIN")).actor;
  const here = vi.fn();
  const elsewhere = vi.fn();
  const stops = [
    watchMembers(openWorkspace(ben, "workspace:read"), here),
    watchMembers(openWorkspace(stranger, "workspace:read"), elsewhere),
  ];
  // The listener connects in its own time.
  await vi.waitFor(
    async () => {
      const { actor } = await makeMember(id, "VIEWER");
      await removeMember(ana, { memberId: actor.memberId });
      expect(here).toHaveBeenCalled();
    },
    { timeout: 10_000, interval: 100 },
  );
  here.mockClear();
  await removeMember(ana, { memberId: ben.memberId });
  await vi.waitFor(() => expect(here).toHaveBeenCalled());
  const { secret } = await makeMember(id, "MEMBER", "Dora");
  await new Promise((resolve) => setTimeout(resolve, 200));
  here.mockClear();
  await endSessionUnscoped(secret);
  await vi.waitFor(() => expect(here).toHaveBeenCalled());
  for (const stop of stops) stop();
  expect(elsewhere).not.toHaveBeenCalled();
});
