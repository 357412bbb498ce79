import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { SignOffView } from "@/lib/domain/gate-views";
import { policyInForce } from "@/lib/domain/gates";
import { judgeSignOffs, seenOf } from "@/lib/domain/sign-off-state";
import { maySign } from "@/lib/domain/sign-offs";
import type { PhaseSnapshot, SignOffRuleSnapshot } from "@/lib/domain/snapshot";
import type { SignOffState } from "@/lib/domain/words";
import type { SignOffInput, WithdrawSignOffInput } from "@/lib/schemas/sign-offs";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { jsonOf } from "./json";
import { phaseIn } from "./phase-in";
import { loadPhaseSnapshotsIn } from "./snapshot";
import { writeProject } from "./write";

/** A sign-off after a request; `changed` is false when it stood so already and nothing was written. */
export interface SignOffResult extends SignOffView {
  changed: boolean;
}

/** A rule by id, else by name as people write it. The policy in force counts: a running review has its own. */
function ruleIn(rules: SignOffRuleSnapshot[], wanted: string): SignOffRuleSnapshot {
  const name = wanted.trim().toLowerCase();
  const rule = rules.find(({ id }) => id === name) ?? rules.find((each) => each.name.toLowerCase() === name);
  if (rule) return rule;
  const names = rules.map((each) => `"${each.name}"`).join(", ");
  throw new AppError("NOT_FOUND", `This gate has no sign-off rule "${wanted}". It has: ${names || "none"}.`);
}

function refuseWhereNobodySigns(snapshot: PhaseSnapshot): void {
  if (snapshot.status === "STOPPED")
    throw new AppError("RULE", "This phase was stopped. Nothing is signed off any more.");
}

/** What the reader's sign-off under a rule says now; null when there is none that speaks. */
function standing(snapshot: PhaseSnapshot, ruleId: string, memberId: string, now: Date) {
  return (
    judgeSignOffs(snapshot, now).find(
      ({ signOff, state }) =>
        signOff.ruleId === ruleId && signOff.memberId === memberId && state !== "WITHDRAWN",
    ) ?? null
  );
}

const commentOf = (tx: Transaction, projectId: string, id: string) =>
  tx.signOff.findFirst({ where: { id, projectId }, select: { comment: true } });

/**
 * Signs off, or refuses to, under one rule of a phase (design 2.3). What the signer saw is stored with it: the
 * definition and standing of every requirement at this moment. Signing again replaces what the person signed before;
 * the older row stays. The same again while it still holds changes nothing.
 *
 * @throws AppError NOT_FOUND (phase, rule); FORBIDDEN when the rule names others or asks for a higher role; RULE for a
 *   second rule of the same phase; INVALID for a refusal without a comment
 */
export function signOff(access: ProjectAccess<"gate:sign">, input: SignOffInput): Promise<SignOffResult> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const snapshot = phaseIn(await loadPhaseSnapshotsIn(tx, access.projectId, now), input.phase);
    refuseWhereNobodySigns(snapshot);
    const rules = policyInForce(snapshot, now).signOffRules;
    const rule = ruleIn(rules, input.rule);
    const inForce = snapshot.signOffs.filter(({ ruleId }) => rules.some(({ id }) => id === ruleId));
    const verdict = maySign(rule, { id: actor.memberId, role: access.role }, inForce, snapshot.soleMember);
    if (!verdict.ok) throw new AppError(verdict.code, verdict.message);
    if (input.decision === "REFUSED" && input.comment === null)
      throw new AppError("INVALID", "comment: say why, so that the others know what to repair.", {
        fields: { comment: ["Say why, so that the others know what to repair."] },
      });
    const state: SignOffState = input.decision === "APPROVED" ? "VALID" : "REFUSED";
    const view = {
      ruleId: rule.id,
      rule: rule.name,
      by: actor.name,
      memberId: actor.memberId,
      decision: input.decision,
      state,
      changes: [],
    };
    const before = standing(snapshot, rule.id, actor.memberId, now);
    if (before && before.state === view.state) {
      const comment = (await commentOf(tx, access.projectId, before.signOff.id))?.comment ?? null;
      if (input.comment === null || input.comment === comment)
        return {
          ...view,
          id: before.signOff.id,
          comment,
          at: before.signOff.at.toISOString(),
          changed: false,
        };
    }
    const row = await tx.signOff.create({
      data: {
        projectId: access.projectId,
        phaseId: snapshot.id,
        ruleId: rule.id,
        memberId: actor.memberId,
        decision: input.decision,
        comment: input.comment,
        at: now,
        seen: jsonOf(seenOf(snapshot, now)),
      },
      select: { id: true },
    });
    record({
      action: input.decision === "APPROVED" ? "sign-off.signed" : "sign-off.refused",
      targetType: "sign-off",
      targetId: row.id,
      phase: snapshot.id,
      data: { phaseId: snapshot.id, ruleId: rule.id, again: before?.signOff.decision === input.decision },
    });
    return { ...view, id: row.id, comment: input.comment, at: now.toISOString(), changed: true };
  });
}

/**
 * Takes back one's own sign-off, with a reason (design 2.3). Withdrawing it again changes nothing; an older one does not
 * come back.
 *
 * @throws AppError NOT_FOUND; FORBIDDEN for somebody else's; RULE when the person has signed again since
 */
export function withdrawSignOff(
  access: ProjectAccess<"gate:sign">,
  { signOffId, reason }: WithdrawSignOffInput,
): Promise<{ id: string; changed: boolean }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { projectId } = access;
    const row = await tx.signOff.findFirst({
      where: { id: signOffId, projectId },
      select: { id: true, phaseId: true, ruleId: true, memberId: true, withdrawnAt: true },
    });
    if (!row) throw notFound("The sign-off");
    if (row.memberId !== actor.memberId)
      throw new AppError("FORBIDDEN", "Only the person who signed can withdraw it.");
    if (row.withdrawnAt !== null) return { id: row.id, changed: false };
    const newest = await tx.signOff.findFirst({
      where: { projectId, ruleId: row.ruleId, memberId: row.memberId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true },
    });
    if (newest?.id !== row.id)
      throw new AppError("RULE", "You have signed again since. Withdraw the newer sign-off.");
    await tx.signOff.update({
      where: { id: row.id },
      data: { withdrawnAt: now, withdrawnReason: reason },
    });
    record({
      action: "sign-off.withdrawn",
      targetType: "sign-off",
      targetId: row.id,
      phase: row.phaseId,
      data: { phaseId: row.phaseId, ruleId: row.ruleId },
    });
    return { id: row.id, changed: true };
  });
}
