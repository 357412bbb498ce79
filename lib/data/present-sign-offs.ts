import "server-only";
import type { SignOffRuleDefinition, SignOffRuleView, SignOffView } from "@/lib/domain/gate-views";
import { policyInForce } from "@/lib/domain/gates";
import type { PersonView } from "@/lib/domain/project-views";
import { type JudgedSignOff, judgeSignOffs } from "@/lib/domain/sign-off-state";
import { maySign, ruleStanding } from "@/lib/domain/sign-offs";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";
import type { ProjectAccess } from "./access";
import type { PhaseRows } from "./phase-rows";
import { nameOf, type People } from "./present-checklist";

const signOffViewOf = (
  judged: JudgedSignOff,
  rule: Pick<SignOffRuleView, "id" | "name">,
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

const peopleOf = (memberIds: readonly string[], people: People): PersonView[] =>
  memberIds.flatMap((id) => people.get(id) ?? []);

/**
 * The sign-off rules in force in a phase, which a running review has frozen, with everybody's signature as it stands now,
 * and whether the reader may sign.
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
  const policy = policyInForce(snapshot, now).signOffRules;
  const inForce = snapshot.signOffs.filter(({ ruleId }) => policy.some(({ id }) => id === ruleId));
  return policy.map((rule) => {
    const { id, name, minimum, minimumRole } = rule;
    const standing = ruleStanding(rule, judged, snapshot.soleMember);
    return {
      id,
      name,
      minimum,
      minimumRole,
      people: peopleOf(rule.memberIds, people),
      approvals: standing.approved.length,
      fulfilled: standing.fulfilled,
      maySign: maySign(rule, member, inForce, snapshot.soleMember).ok,
      signOffs: judged
        .filter(({ signOff }) => signOff.ruleId === id)
        .map((signOff) => signOffViewOf(signOff, rule, rows, people)),
    };
  });
}

/** The sign-off rules of a phase as they can be edited. */
export const ruleDefinitionsOf = (
  rows: PhaseRows,
  phaseId: string,
  people: People,
): SignOffRuleDefinition[] =>
  rows.rules
    .filter((rule) => rule.phaseId === phaseId)
    .map(({ id, name, minimum, minimumRole, version, people: memberIds }) => ({
      id,
      name,
      minimum,
      minimumRole,
      people: peopleOf(memberIds ?? [], people),
      version,
    }));
