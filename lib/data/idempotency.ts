import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "./actor";
import type { Transaction } from "./client";
import { statement } from "./statement";

/** An answer as it is kept for a repeated request. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Claim {
  memberId: string;
  key: string;
  claimedAt: Date;
}

/** What a key stands for: ours to carry out, another's just now, answered, done without its answer, or another request. */
export type Claimed =
  | { is: "ours"; claim: Claim }
  | { is: "running" }
  | { is: "answered"; answer: KeptAnswer }
  | { is: "answer-lost" }
  | { is: "other-request" };

const RUNNING = 0;
/** Committed, but the process ended before it could keep the answer. */
const CARRIED_OUT = 1;

/*
 * A key is free again after a day. A claim of a process that died is free after two minutes, which no living request
 * reaches: transactions end after 30 seconds (lib/data/write.ts).
 */
const take = statement<{ createdAt: Date }>(`
  INSERT INTO "IdempotencyKey" AS k ("memberId", key, "requestHash", status, body, "createdAt")
  VALUES ($1, $2, $3, ${RUNNING}, 'null', now())
  ON CONFLICT ("memberId", key) DO UPDATE
    SET "requestHash" = EXCLUDED."requestHash", status = ${RUNNING}, body = 'null', "createdAt" = now()
    WHERE k."createdAt" < now() - interval '24 hours'
       OR (k.status = ${RUNNING} AND k."createdAt" < now() - interval '2 minutes')
  RETURNING "createdAt"`);

const look = statement<{ requestHash: string; status: number; body: KeptAnswer }>(
  `SELECT "requestHash", status, body FROM "IdempotencyKey" WHERE "memberId" = $1 AND key = $2`,
);

const keep = statement(`
  UPDATE "IdempotencyKey" SET status = $4, body = $5
  WHERE "memberId" = $1 AND key = $2 AND "createdAt" = $3`);

const free = statement(`
  DELETE FROM "IdempotencyKey"
  WHERE "memberId" = $1 AND key = $2 AND "createdAt" = $3 AND status = ${RUNNING}`);

const forget = statement(`DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - interval '24 hours'`);

const current = new AsyncLocalStorage<Claim>();

/**
 * Unscoped: a key belongs to the member who sent it and says nothing about a project.
 * @param requestHash tells a repeated request from another one under the same key
 */
export async function claimKeyUnscoped(actor: Actor, key: string, requestHash: string): Promise<Claimed> {
  const [taken] = await take([actor.memberId, key, requestHash]);
  if (taken) return { is: "ours", claim: { memberId: actor.memberId, key, claimedAt: taken.createdAt } };
  const [row] = await look([actor.memberId, key]);
  // Gone between the two statements: its request was refused and gave the key back.
  if (!row) return { is: "running" };
  if (row.requestHash !== requestHash) return { is: "other-request" };
  if (row.status === RUNNING) return { is: "running" };
  return row.status === CARRIED_OUT ? { is: "answer-lost" } : { is: "answered", answer: row.body };
}

/** Unscoped: keeps the answer of a claimed request for the day. */
export async function keepAnswerUnscoped(claim: Claim, answer: KeptAnswer): Promise<void> {
  await keep([claim.memberId, claim.key, claim.claimedAt, answer.status, JSON.stringify(answer)]);
}

/** Unscoped: gives a key back, for a request that was refused. One that was carried out keeps its key. */
export async function freeKeyUnscoped(claim: Claim): Promise<void> {
  await free([claim.memberId, claim.key, claim.claimedAt]);
}

/** Unscoped: forgets keys older than a day, of everybody. */
export async function forgetOldKeysUnscoped(): Promise<void> {
  await forget([]);
}

/** Runs a request so that the transaction it opens also marks the claim as carried out. */
export const underClaim = <T>(claim: Claim, run: () => Promise<T>): Promise<T> => current.run(claim, run);

/**
 * Marks the claim of this request as carried out, in the transaction that carries it out (lib/data/write.ts). Without
 * it, a process that dies between commit and answer would let a repeated request write a second time.
 */
export async function markCarriedOut(tx: Transaction): Promise<void> {
  const claim = current.getStore();
  if (!claim) return;
  await tx.idempotencyKey.updateMany({
    where: { memberId: claim.memberId, key: claim.key, createdAt: claim.claimedAt },
    data: { status: CARRIED_OUT },
  });
}
