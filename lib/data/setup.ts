import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { Role } from "@/lib/domain/words";
import { type DemoSignIn, demoSignInsSchema } from "@/lib/schemas/setup";
import type { Actor } from "./actor";
import { db, type Transaction } from "./client";
import { isUniqueViolation, type Write, writeWorkspaceChain } from "./write";

/** A person to be made; the password arrives hashed (lib/auth/passwords.ts), so this layer never sees one. */
export interface NewPerson {
  name: string;
  /** lower case */
  email: string;
  passwordHash: string;
}

export interface NewOwner extends NewPerson {
  workspaceName: string;
  via: "session" | "cli";
}

/** Makes a user and a membership. @returns the actor, as the person would be seen after signing in */
export async function addPerson(
  tx: Transaction,
  workspaceId: string,
  person: NewPerson,
  role: Role,
  via: Actor["via"],
): Promise<Actor> {
  const { name, email, passwordHash } = person;
  const user = await tx.user.create({ data: { name, email, passwordHash } });
  const member = await tx.member.create({ data: { workspaceId, userId: user.id, role } });
  return {
    userId: user.id,
    memberId: member.id,
    workspaceId,
    name,
    email,
    role,
    via,
    sessionId: null,
    onlyProjectId: null,
    tokenName: null,
    timeZone: user.timeZone,
  };
}

const recordJoined = (write: Write, member: Actor) =>
  write.record({
    action: "member.joined",
    targetType: "member",
    targetId: member.memberId,
    data: { role: member.role },
  });

/**
 * Makes the workspace and its owner, exactly once in the life of an installation: the key of the installation's row
 * lets the second of two posts wait for the first and then refuses it.
 */
async function installUnscoped(
  owner: NewOwner,
  demo: { signIns: DemoSignIn[]; others: (NewPerson & { role: Role })[] } | null,
): Promise<Actor[]> {
  try {
    return await db().$transaction(async (tx) => {
      const workspace = await tx.workspace.create({
        data: {
          name: owner.workspaceName,
          ...(demo && { demo: demo.signIns.map((signIn) => ({ ...signIn })) }),
        },
      });
      await tx.installation.create({ data: { workspaceId: workspace.id } });
      const actor = await addPerson(tx, workspace.id, owner, "ADMIN", owner.via);
      return writeWorkspaceChain(tx, actor, workspace.id, async (write) => {
        write.record({ action: "workspace.created", targetType: "workspace", targetId: workspace.id });
        recordJoined(write, actor);
        const people = [actor];
        for (const other of demo?.others ?? []) {
          const member = await addPerson(tx, workspace.id, other, other.role, owner.via);
          recordJoined(write, member);
          people.push(member);
        }
        return people;
      });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("CONFLICT", "Somebody has just set this server up; sign in.");
    throw error;
  }
}

/**
 * Unscoped: nobody exists yet. Makes the workspace, its owner (ADMIN) and the first audit event in one transaction.
 * @throws AppError CONFLICT when the server is set up already
 */
export async function createOwnerUnscoped(owner: NewOwner): Promise<Actor> {
  const [actor] = await installUnscoped(owner, null);
  if (!actor) throw notFound("The owner");
  return actor;
}

/** Unscoped: as createOwnerUnscoped, for a demo with several people. The owner is the first of the answer. */
export const createDemoPeopleUnscoped = (
  workspaceName: string,
  people: readonly [DemoSignIn & NewPerson, ...(DemoSignIn & NewPerson)[]],
): Promise<Actor[]> => {
  const [owner, ...others] = people;
  const signIns = people.map(({ name, email, role, password }) => ({ name, email, role, password }));
  return installUnscoped({ ...owner, workspaceName, via: "session" }, { signIns, others });
};

/**
 * Unscoped: the command line, whose caller holds the database. Adds a person to the workspace of this installation.
 * @throws AppError NOT_FOUND while nothing is set up; CONFLICT when the e-mail address is taken
 */
export async function createUserUnscoped(person: NewPerson, role: Role): Promise<Actor> {
  const installation = await db().installation.findFirst({ select: { workspaceId: true } });
  if (!installation) throw notFound("The workspace");
  const { workspaceId } = installation;
  try {
    return await db().$transaction(async (tx) => {
      const actor = await addPerson(tx, workspaceId, person, role, "cli");
      return writeWorkspaceChain(tx, actor, workspaceId, async (write) => {
        recordJoined(write, actor);
        return actor;
      });
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("CONFLICT", `${person.email} has an account here already.`, {
        fields: { email: ["This address has an account here already."] },
      });
    throw error;
  }
}

/** Unscoped: shown on the sign-in page of a demo; empty in a real workspace. */
export async function listDemoSignInsUnscoped(): Promise<DemoSignIn[]> {
  const installation = await db().installation.findFirst({ select: { workspaceId: true } });
  if (!installation) return [];
  const workspace = await db().workspace.findUnique({
    where: { id: installation.workspaceId },
    select: { demo: true },
  });
  return demoSignInsSchema.safeParse(workspace?.demo).data ?? [];
}
