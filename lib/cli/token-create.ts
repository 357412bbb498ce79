import { openProject, openWorkspace } from "@/lib/data/access";
import { createToken } from "@/lib/data/tokens";
import { tokenOptionsSchema } from "@/lib/schemas/cli";
import { parseInput } from "@/lib/schemas/parse-input";
import { newTokenSchema } from "@/lib/schemas/tokens";
import type { Answer } from "./answer";
import { cliActor, locally } from "./local";

interface Options {
  email: string;
  name: string;
  role?: string;
  days?: string;
  project?: string;
}

/** Makes a token that acts for a person; the text is the token alone, so that a script can keep it. */
export async function createTokenFor(options: Options): Promise<Answer> {
  const input = parseInput(tokenOptionsSchema, { ...options, role: options.role?.toUpperCase() });
  return locally(async () => {
    const actor = await cliActor(input.email);
    // An empty one is a variable that is not set, and must not make a token for every project.
    const project =
      input.project === undefined ? null : await openProject(actor, { slug: input.project }, "project:read");
    const { id, token, expiresAt } = await createToken(
      openWorkspace(actor, "token:own"),
      parseInput(newTokenSchema, {
        name: input.name,
        role: input.role ?? actor.role,
        projectId: project?.projectId ?? null,
        days: input.days,
      }),
    );
    return {
      text: token,
      json: { id, token, expiresAt, email: actor.email, role: input.role ?? actor.role },
    };
  });
}
