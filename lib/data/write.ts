import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { type AuditEventInput, canonicalEvent, nextHash } from "@/lib/domain/audit";
import { AppError, notFound } from "@/lib/domain/errors";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import type { Actor } from "./actor";
import { db, type Transaction } from "./client";
import { markCarriedOut } from "./idempotency";

/** A change as its writer names it; the door adds who, when and the place in the chain. */
export interface Change {
  /** what was done, "item.state", "gate.decided": the noun of design 1 and a verb or field */
  action: string;
  targetType: string;
  targetId: string;
  /** the phase whose score or gate this may move, or "all"; null for a change that moves none */
  phase?: string | "all" | null;
  /**
   * JSON-safe; never personal data: people are named by member id, texts of comments stay in their own table. A
   * `phaseId` in it says to which phase the event belongs where `phase` does not
   */
  data?: Record<string, unknown>;
}

export interface Write {
  tx: Transaction;
  /** one moment for the whole transaction */
  now: Date;
  actor: Actor;
  /** number of the project's events before this write */
  version: number;
  record(change: Change): void;
}

interface Head {
  id: string;
  version: number;
  auditHash: string;
}

/** Channel of `pg_notify`; the payload is "<workspace id>:<chain id>:<newest seq>" (lib/data/listener.ts). */
export const CHANNEL = "phasegate";

/** Prisma's codes for a lost race: unique violation, write conflict or deadlock. */
const LOST_RACE = new Set(["P2002", "P2034"]);

/** True for a unique key that was taken meanwhile, whatever the adapter calls it. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

const toAppError = (error: unknown): unknown =>
  error instanceof Prisma.PrismaClientKnownRequestError && LOST_RACE.has(error.code)
    ? new AppError(
        "CONFLICT",
        "Somebody else changed the same thing at the same moment. Look again and repeat.",
      )
    : error;

interface Chain {
  id: string;
  workspaceId: string;
  projectId: string | null;
}

/** The phase an event is told in: what leaves a phase is told in the one it left. */
function phaseOf({ phase, targetType, targetId, data }: Change): string | null {
  if (targetType === "phase") return targetId;
  if (phase && phase !== "all") return phase;
  const of = data?.phaseId;
  if (typeof of === "string") return of;
  return typeof of === "object" && of && "from" in of && typeof of.from === "string" ? of.from : null;
}

/** Who an event names: a member by a door, or the product itself. */
interface Author {
  memberId: string | null;
  via: string;
}

const SYSTEM: Author = { memberId: null, via: "job" };

async function append(
  write: Pick<Write, "tx" | "now">,
  author: Author,
  chain: Chain,
  head: Head,
  changes: Change[],
): Promise<Head> {
  let { version, auditHash } = head;
  const rows = changes.map((change) => {
    // As the column gives it back, whatever the caller wrote: it is held against the hashed text.
    const phaseId = phaseOf(change)?.toLowerCase() ?? null;
    const event: AuditEventInput = {
      chain: chain.id,
      seq: ++version,
      at: write.now.toISOString(),
      actor: author.memberId,
      via: author.via,
      action: change.action,
      targetType: change.targetType,
      targetId: change.targetId,
      phaseId,
      data: change.data ?? {},
    };
    const canonical = canonicalEvent(event);
    const previousHash = auditHash;
    auditHash = nextHash(previousHash, canonical);
    return {
      chain: chain.id,
      seq: version,
      workspaceId: chain.workspaceId,
      projectId: chain.projectId,
      at: write.now,
      memberId: author.memberId,
      via: author.via,
      action: change.action,
      targetType: change.targetType,
      targetId: change.targetId,
      phaseId,
      canonical,
      previousHash,
      hash: auditHash,
    };
  });
  await write.tx.auditEvent.createMany({ data: rows });
  // What the system writes on the way (a review that ran out) is not what the caller asked for.
  if (author !== SYSTEM) await markCarriedOut(write.tx);
  await write.tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${`${chain.workspaceId}:${chain.id}:${version}`})`;
  return { id: head.id, version, auditHash };
}

/**
 * The door every write to a project goes through: one transaction, the project's row locked first, so that what the
 * body checks is still so when it writes; the audit events and the version in it; told to every listening process at
 * commit. A body that records nothing has changed nothing, and no event is written.
 *
 * @throws AppError whatever the body refuses; CONFLICT when the database saw two writers collide
 */
export async function writeProject<T>(access: ProjectAccess, body: (write: Write) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction((tx) => writeProjectChain(tx, access, body), TRANSACTION);
  } catch (error) {
    throw toAppError(error);
  }
}

/** Inside a transaction that is already open: a new project, made by the same transaction. */
export const writeProjectChain = <T>(
  tx: Transaction,
  { actor, workspaceId, projectId }: Pick<ProjectAccess, "actor" | "workspaceId" | "projectId">,
  body: (write: Write) => Promise<T>,
): Promise<T> =>
  writeUnderLock(tx, { id: projectId, workspaceId, projectId }, actor, (write) => body({ ...write, actor }));

/**
 * Unscoped: the same door for what time alone brings about and nobody does. Its events name no person; the job that
 * calls it has found the project itself.
 */
export async function writeProjectAsSystemUnscoped<T>(
  project: { projectId: string; workspaceId: string },
  body: (write: Omit<Write, "actor">) => Promise<T>,
): Promise<T> {
  const chain = { id: project.projectId, ...project };
  try {
    return await db().$transaction((tx) => writeUnderLock(tx, chain, SYSTEM, body), TRANSACTION);
  } catch (error) {
    throw toAppError(error);
  }
}

async function writeUnderLock<T>(
  tx: Transaction,
  chain: Chain,
  author: Author,
  body: (write: Omit<Write, "actor">) => Promise<T>,
): Promise<T> {
  const [head] = await tx.$queryRaw<(Head & { archivedAt: Date | null })[]>`
    SELECT id, version, "auditHash", "archivedAt" FROM "Project" WHERE id = ${chain.id}::uuid FOR UPDATE`;
  if (!head) throw notFound("The project");
  const changes: Change[] = [];
  const now = new Date();
  const value = await body({ tx, now, version: head.version, record: (change) => void changes.push(change) });
  if (changes.length === 0) return value;
  if (head.archivedAt && changes.some(({ targetType }) => targetType !== "project"))
    throw new AppError("RULE", "This project is archived. Restore it first; nothing was changed.");
  const { version, auditHash } = await append({ tx, now }, author, chain, head, changes);
  // One phase's gate looks at the phases before it and at conditions in the one after it, so a project is judged whole.
  const moved = changes.some((change) => change.phase) ? { changedIn: version } : {};
  await tx.project.update({ where: { id: head.id }, data: { version, auditHash, updatedAt: now, ...moved } });
  return value;
}

/** Long enough for the import of a big plan; a waiting tick is told CONFLICT or UNAVAILABLE rather than hanging. */
const TRANSACTION = { maxWait: 5_000, timeout: 30_000 };

/** The same door for what belongs to the workspace itself: members, tokens, new projects. */
export async function writeWorkspace<T>(
  access: WorkspaceAccess,
  body: (write: Write) => Promise<T>,
): Promise<T> {
  try {
    return await db().$transaction(
      (tx) => writeWorkspaceChain(tx, access.actor, access.workspaceId, body),
      TRANSACTION,
    );
  } catch (error) {
    throw toAppError(error);
  }
}

/** Inside a transaction that is already open: first run, where the workspace is made by the same transaction. */
export async function writeWorkspaceChain<T>(
  tx: Transaction,
  actor: Actor,
  workspaceId: string,
  body: (write: Write) => Promise<T>,
): Promise<T> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT id, version, "auditHash" FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;
  if (!head) throw notFound("The workspace");
  const changes: Change[] = [];
  const write: Write = {
    tx,
    now: new Date(),
    actor,
    version: head.version,
    record: (change) => void changes.push(change),
  };
  const value = await body(write);
  if (changes.length === 0) return value;
  const chain = { id: workspaceId, workspaceId, projectId: null };
  const { version, auditHash } = await append(write, actor, chain, head, changes);
  await tx.workspace.update({ where: { id: workspaceId }, data: { version, auditHash } });
  return value;
}
