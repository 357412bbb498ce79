import "server-only";
import type { SignOffRuleView, SignOffView } from "@/lib/domain/gate-views";
import { policyInForce } from "@/lib/domain/gates";
import { type JudgedSignOff, judgeSignOffs } from "@/lib/domain/sign-off-state";
import { maySign, ruleStanding } from "@/lib/domain/sign-offs";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { ProjectAccess } from "./access";
import type { PhaseRows, RuleRow } from "./phase-rows";
import { nameOf, type People } from "./present-checklist";
import { ruleSnapshot } from "./snapshot";

const signOffViewOf = (
  judged: JudgedSignOff,
  rule: RuleRow,
  rows: PhaseRows,
  people: People,
): SignOffView => ({
  id: judged.signOff.id,
  ruleId: rule.id,
  rule: rule.name,
  by: nameOf(people, judged.signOff.memberId) ?? "",
  memberId: judged.signOff.memberId,
  decision: judged.signOff.decision,
  state: judged.state,
  changes: judged.changes.map(({ title, change }) => ({ title, change })),
  comment: rows.signOffs.find(({ id }) => id === judged.signOff.id)?.comment ?? null,
  at: judged.signOff.at.toISOString(),
});

/**
 * The sign-off rules of a phase with everybody's signature as it stands now, and whether the reader may sign. Rules are
 * shown as they can be edited; while a review runs they are fulfilled and signed by the policy frozen into it.
 */
export function ruleViewsOf(
  access: ProjectAccess,
  rows: PhaseRows,
  snapshot: PhaseSnapshot,
  people: People,
  now: Date,
): SignOffRuleView[] {
  const judged = judgeSignOffs(snapshot, now);
  const member = { id: access.actor.memberId, role: access.role };
  const rules = rows.rules.filter((rule) => rule.phaseId === snapshot.id);
  const policy = policyInForce(snapshot, now).signOffRules;
  const inForce = snapshot.signOffs.filter(({ ruleId }) => policy.some(({ id }) => id === ruleId));
  return rules.map((row) => {
    const frozen = policy.find(({ id }) => id === row.id);
    const rule = frozen ?? ruleSnapshot(row);
    const standing = ruleStanding(rule, judged, snapshot.soleMember);
    return {
      id: row.id,
      name: row.name,
      minimum: row.minimum,
      minimumRole: row.minimumRole,
      people: (row.people ?? []).flatMap((id) => people.get(id) ?? []),
      approvals: standing.approved.length,
      fulfilled: standing.fulfilled,
      maySign: frozen !== undefined && maySign(rule, member, inForce, snapshot.soleMember).ok,
      version: row.version,
      signOffs: judged
        .filter(({ signOff }) => signOff.ruleId === row.id)
        .map((signOff) => signOffViewOf(signOff, row, rows, people)),
    };
  });
}
