import "server-only";
import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import type { DemoSignIn } from "@/lib/schemas/setup";
import { fillHistoryUnscoped } from "./demo-history";
import { tellBlocked, tellDecided, tellInReview, tellWorking } from "./demo-stories";
import { createDemoPeopleUnscoped } from "./setup";

const WORKSPACE = "Demo";

/** Random for each demo: a password that stands in a repository would open every demo on the internet. */
const password = (): string => randomBytes(9).toString("base64url");

/** The demo's people; the first one owns it. */
export const demoSignIns = (): [DemoSignIn, DemoSignIn, DemoSignIn] => [
  { name: "Ana Kovač", email: "ana@demo.phasegate.example", role: "ADMIN", password: password() },
  { name: "Ben Osei", email: "ben@demo.phasegate.example", role: "LEAD", password: password() },
  { name: "Chidi Eze", email: "chidi@demo.phasegate.example", role: "MANAGER", password: password() },
];

type Hashed = DemoSignIn & { passwordHash: string };

/**
 * Unscoped: nobody exists yet. Makes the demo workspace, exactly once like any first run, and fills it by what its
 * people would do: one project being worked, one in review, one decided, one blocked.
 *
 * @throws AppError CONFLICT when the server is set up already
 */
export async function createDemoUnscoped(people: readonly [Hashed, Hashed, Hashed]): Promise<void> {
  const [ana, ben, chidi] = await createDemoPeopleUnscoped(WORKSPACE, people);
  if (!ana || !ben || !chidi) throw new AppError("INTERNAL", "The demo has three people.");
  const cast = { ana, ben, chidi };
  const now = new Date();
  // The one to look at first is made last: the portfolio begins with what changed last.
  for (const tell of [tellDecided, tellBlocked, tellInReview, tellWorking])
    await fillHistoryUnscoped(await tell(cast), now);
}
