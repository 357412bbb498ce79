import { hashPassword } from "@/lib/auth/passwords";
import { isInstalledUnscoped } from "@/lib/data/installation";
import { createOwnerUnscoped, createUserUnscoped } from "@/lib/data/setup";
import { newUserSchema } from "@/lib/schemas/cli";
import { parseInput } from "@/lib/schemas/parse-input";
import type { Answer } from "./answer";
import { locally } from "./local";
import { readPassword } from "./read-password";

interface Options {
  email: string;
  name: string;
  role?: string;
  workspace?: string;
}

/** Makes a person who can sign in; on an empty installation also the workspace, which the person then owns. */
export async function createUser(options: Options): Promise<Answer> {
  const { email, name, role, password, workspace } = parseInput(newUserSchema, {
    ...options,
    role: options.role?.toUpperCase(),
    password: await readPassword(),
  });
  const passwordHash = await hashPassword(password);
  const { actor, isOwner } = await locally(async () => {
    if (await isInstalledUnscoped())
      return { actor: await createUserUnscoped({ email, name, passwordHash }, role), isOwner: false };
    const workspaceName = workspace ?? `${name}'s workspace`;
    const owner = { email, name, passwordHash, workspaceName, via: "cli" as const };
    return { actor: await createOwnerUnscoped(owner), isOwner: true };
  });
  return {
    text: isOwner
      ? `${name} <${email}> owns the new workspace, with the role Admin.`
      : `${name} <${email}> can sign in, with the role ${actor.role}.`,
    json: { email, name, role: actor.role, memberId: actor.memberId, userId: actor.userId, isOwner },
  };
}
