import "server-only";
import type { DecisionRecord } from "@/lib/domain/decision-record";
import type { Outcome } from "@/lib/domain/words";
import type { Transaction } from "./client";
import { jsonOf } from "./json";

/** A decision to be stored: who decided what about which gate, and what was judged. */
export interface NewDecision {
  projectId: string;
  phaseId: string;
  reviewId: string | null;
  outcome: Outcome;
  reason: string | null;
  override: boolean;
  overrideReason: string | null;
  selfApproved: boolean;
  /** null: the review ran out */
  byId: string | null;
  at: Date;
  recycleToPhaseId: string | null;
  frozen: DecisionRecord;
}

const PASSING: Outcome[] = ["GO", "CONDITIONAL_GO"];

/**
 * Stores a decision and supersedes the one in force, under the project's lock. A HOLD leaves a passed gate passed: it
 * stands in the history as superseded by the decision that let the gate pass, which stays in force. To take a passed
 * gate back is RECYCLE.
 *
 * @returns its id
 */
export async function storeDecision(tx: Transaction, { frozen, ...decision }: NewDecision): Promise<string> {
  const { projectId, phaseId } = decision;
  const passed =
    decision.outcome === "HOLD"
      ? await tx.decision.findFirst({
          where: { projectId, phaseId, supersededById: null, outcome: { in: PASSING } },
          select: { id: true },
        })
      : null;
  const { id } = await tx.decision.create({
    data: {
      ...decision,
      supersededById: passed?.id ?? null,
      snapshot: jsonOf(frozen),
      snapshotHash: frozen.snapshotHash,
    },
    select: { id: true },
  });
  if (!passed) await supersede(tx, projectId, [phaseId], id);
  return id;
}

/** Puts every other decision in force on these phases out of force. */
export async function supersede(
  tx: Transaction,
  projectId: string,
  phaseIds: string[],
  byId: string,
): Promise<void> {
  await tx.decision.updateMany({
    where: { projectId, phaseId: { in: phaseIds }, supersededById: null, id: { not: byId } },
    data: { supersededById: byId },
  });
}
