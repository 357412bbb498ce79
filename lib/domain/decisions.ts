import type { Blocker, BlockerType } from "./blockers";
import { type ConditionDraft, checkConditions, type FieldMessages } from "./conditions";
import { type GateVerdict, runningReview } from "./gates";
import { newestSignOffs } from "./sign-off-state";
import type { GatePolicy, ReviewSnapshot, SignOffSnapshot } from "./snapshot";
import type { Outcome } from "./words";

/** Shortest reason of an override, in characters without surrounding spaces (design 2.4). */
export const OVERRIDE_REASON_MIN = 20;

/** A decision somebody wants to take, with all that the rules look at. */
export interface DecisionRequest {
  outcome: Outcome;
  /** of the phase, judged inside the same transaction */
  verdict: GateVerdict;
  actorId: string;
  /** the actor's role holds "gate:override" */
  actorCanOverride: boolean;
  reason: string | null;
  /** asked for only by naming it, so that nobody overrides by accident */
  override?: { reason: string } | null;
  conditions: ConditionDraft[];
  /** the phase to go back to; only for RECYCLE */
  recycleToPhaseId: string | null;
  review: ReviewSnapshot | null;
  policy: GatePolicy;
  signOffs: SignOffSnapshot[];
  /** the workspace has one member: separation of duties is waived, and stamped */
  soleMember: boolean;
  /** no phase follows that could carry conditions */
  isLastPhase: boolean;
  now: Date;
}

export interface DecisionRefusal {
  ok: false;
  code: "GATE_BLOCKED" | "RULE" | "INVALID" | "FORBIDDEN";
  message: string;
  fields?: FieldMessages;
  blockers?: Blocker[];
}

export type DecisionVerdict =
  | {
      ok: true;
      /** the only member of the workspace decided: shown with the decision for ever */
      selfApproved: boolean;
      /** it passes over blockers by override; false when an override was offered but not needed */
      override: boolean;
    }
  | DecisionRefusal;

const passesGate = (outcome: Outcome): boolean => outcome === "GO" || outcome === "CONDITIONAL_GO";

/** What conditions can promise to repair. Nobody's signature, risk or order of phases is among it. */
const REPAIRED_BY_CONDITIONS = new Set<BlockerType>([
  "MUST_NOT_SATISFIED",
  "CRITERION_NOT_MET",
  "SCORE_UNDER_MINIMUM",
]);

function checkForm(request: DecisionRequest): DecisionRefusal | null {
  const { outcome, conditions } = request;
  const fields: FieldMessages = {};
  if (!passesGate(outcome) && (request.reason ?? "").trim() === "") {
    fields.reason = ["This outcome needs a reason."];
  }
  if (outcome === "RECYCLE" && request.recycleToPhaseId === null) {
    fields.recycleToPhaseId = ["Choose the phase to go back to."];
  }
  if (outcome === "CONDITIONAL_GO") Object.assign(fields, checkConditions(conditions, request.now));
  else if (conditions.length > 0) fields.conditions = ["Only a conditional go has conditions."];
  if (passesGate(outcome) && request.override) {
    if (request.override.reason.trim().length < OVERRIDE_REASON_MIN) {
      fields["override.reason"] = [`Give a reason of at least ${OVERRIDE_REASON_MIN} characters.`];
    }
  }
  if (Object.keys(fields).length === 0) return null;
  return { ok: false, code: "INVALID", message: "The decision is not complete.", fields };
}

function checkDuties({
  soleMember,
  review,
  policy,
  signOffs,
  actorId,
  now,
}: DecisionRequest): DecisionRefusal | null {
  if (soleMember) return null;
  const running = runningReview({ review }, now);
  if (running?.requestedById === actorId) {
    const message = "You requested this review, so another person decides.";
    return { ok: false, code: "RULE", message };
  }
  const hasSigned = newestSignOffs(signOffs).some(
    ({ memberId, withdrawnAt }) => memberId === actorId && withdrawnAt === null,
  );
  if ((running?.policy ?? policy).fourEyes && hasSigned) {
    const message = "You signed off this phase, and its policy asks for four eyes: another person decides.";
    return { ok: false, code: "RULE", message };
  }
  return null;
}

/** The blockers that keep an outcome from passing the gate: what conditions repair holds up GO only. */
export function blockersAgainst<B extends { type: BlockerType }>(
  outcome: Outcome,
  blockers: readonly B[],
): B[] {
  if (!passesGate(outcome)) return [];
  return blockers.filter(({ type }) => outcome === "GO" || !REPAIRED_BY_CONDITIONS.has(type));
}

/** True when an override can pass over all of these: it does not change the order of phases. */
export const isOverridable = (blockers: readonly { type: BlockerType }[]): boolean =>
  blockers.every(({ type }) => type !== "EARLIER_GATE");

/** Decides whether GO or CONDITIONAL_GO may pass over what blocks; `override` says that it does so by override. */
function checkBlockers(request: DecisionRequest): DecisionRefusal | { ok: true; override: boolean } {
  const { outcome, verdict, override } = request;
  const blockers = blockersAgainst(outcome, verdict.blockers);
  if (blockers.length === 0) return { ok: true, override: false };
  if (!override) {
    const count = blockers.length === 1 ? "one thing holds" : `${blockers.length} things hold`;
    return { ok: false, code: "GATE_BLOCKED", message: `The gate is blocked: ${count} it up.`, blockers };
  }
  if (!request.actorCanOverride) {
    return { ok: false, code: "FORBIDDEN", message: "Your role does not include overriding a gate." };
  }
  if (!isOverridable(blockers)) {
    const message = "An override does not change the order of phases: decide the earlier gate first.";
    const earlier = blockers.filter(({ type }) => type === "EARLIER_GATE");
    return { ok: false, code: "GATE_BLOCKED", message, blockers: earlier };
  }
  return { ok: true, override: true };
}

/**
 * Whether a decision may be taken (design 2.4). Where the design is silent:
 * - GO and CONDITIONAL_GO need a running review, so that policy is frozen and there is a requester who does not decide;
 *   a workspace of one person needs none. HOLD, RECYCLE and STOP are possible at any time, also to roll back.
 * - The requester of the running review takes no decision on it, whatever the outcome.
 * - CONDITIONAL_GO passes over a MUST, a criterion or a low score, which its conditions repair; every other blocker
 *   must be cleared as for GO. It needs a next phase to carry its conditions.
 * - An override passes over any blocker but an earlier gate, which can be overridden itself.
 *
 * The permission to decide is the caller's matter (design 2.5).
 */
export function checkDecision(request: DecisionRequest): DecisionVerdict {
  const { outcome, soleMember } = request;
  const refusal = checkForm(request) ?? checkDuties(request);
  if (refusal !== null) return refusal;
  if (!passesGate(outcome)) return { ok: true, selfApproved: soleMember, override: false };
  if (outcome === "CONDITIONAL_GO" && request.isLastPhase) {
    const message = "The last phase has no next phase to carry conditions. Choose GO or HOLD.";
    return { ok: false, code: "RULE", message };
  }
  const passage = checkBlockers(request);
  if (!passage.ok) return passage;
  if (!soleMember && runningReview(request, request.now) === null) {
    const message = "No review is running. Request one; then somebody else can decide.";
    return { ok: false, code: "RULE", message };
  }
  return { ok: true, selfApproved: soleMember, override: passage.override };
}
