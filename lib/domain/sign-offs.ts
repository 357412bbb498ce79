import { can, isAtLeast } from "./permissions";
import { type JudgedSignOff, newestSignOffs } from "./sign-off-state";
import type { SignOffRuleSnapshot, SignOffSnapshot } from "./snapshot";
import type { Role } from "./words";

/** How far one sign-off rule is fulfilled. */
export interface RuleStanding {
  rule: SignOffRuleSnapshot;
  /** valid approvals of different people that count under this rule */
  approved: JudgedSignOff[];
  stale: JudgedSignOff[];
  refused: JudgedSignOff[];
  /** people who still have to sign for the first time, once those stale or refused have signed again */
  missing: number;
  /** enough valid approvals, and nobody refuses */
  fulfilled: boolean;
}

const isNamed = (rule: SignOffRuleSnapshot, memberId: string): boolean =>
  rule.memberIds.length === 0 || rule.memberIds.includes(memberId);

/** Ids of the rules under which people's approvals count: each person's earliest valid one. */
function ruleOfPerson(judged: JudgedSignOff[]): Map<string, string> {
  const rules = new Map<string, string>();
  for (const { signOff, state } of judged) {
    if (state === "VALID" && !rules.has(signOff.memberId)) rules.set(signOff.memberId, signOff.ruleId);
  }
  return rules;
}

/**
 * How a rule stands (design 2.3). It counts different people; a person counts under one rule, the one they signed under
 * first, except in a workspace of one person. Who is not named by the rule does not count. One refusal blocks the rule
 * until it is withdrawn or replaced by an approval.
 *
 * @param judged every sign-off of the phase, from judgeSignOffs
 */
export function ruleStanding(
  rule: SignOffRuleSnapshot,
  judged: JudgedSignOff[],
  soleMember: boolean,
): RuleStanding {
  const countsUnder = ruleOfPerson(judged);
  const own = judged.filter(({ signOff }) => signOff.ruleId === rule.id && isNamed(rule, signOff.memberId));
  const approved = own.filter(
    ({ state, signOff }) =>
      state === "VALID" && (soleMember || countsUnder.get(signOff.memberId) === rule.id),
  );
  const stale = own.filter(({ state }) => state === "STALE");
  const refused = own.filter(({ state }) => state === "REFUSED");
  return {
    rule,
    approved,
    stale,
    refused,
    missing: Math.max(0, rule.minimum - approved.length - stale.length - refused.length),
    fulfilled: approved.length >= rule.minimum && refused.length === 0,
  };
}

/** Whether a person may sign; if not, one sentence why. */
export type MaySign = { ok: true } | { ok: false; code: "FORBIDDEN" | "RULE"; message: string };

/**
 * Whether a member may sign under a rule now (design 2.3, 2.5; separation of duties in 2.4). Signing again under the
 * same rule is allowed: it replaces what they signed before.
 *
 * @param member with their role in the project
 * @param existing every sign-off of the phase under rules that are still in force
 * @param soleMember the workspace has one member, who may fill every rule
 */
export function maySign(
  rule: SignOffRuleSnapshot,
  member: { id: string; role: Role },
  existing: SignOffSnapshot[],
  soleMember = false,
): MaySign {
  if (!can(member.role, "gate:sign")) {
    return { ok: false, code: "FORBIDDEN", message: "Your role does not include signing off." };
  }
  if (!isNamed(rule, member.id)) {
    return { ok: false, code: "FORBIDDEN", message: `The rule "${rule.name}" names other people.` };
  }
  if (rule.memberIds.length === 0 && !isAtLeast(member.role, rule.minimumRole)) {
    const message = `The rule "${rule.name}" asks for the role ${rule.minimumRole} or above.`;
    return { ok: false, code: "FORBIDDEN", message };
  }
  const elsewhere = newestSignOffs(existing).some(
    ({ memberId, ruleId, withdrawnAt }) =>
      memberId === member.id && ruleId !== rule.id && withdrawnAt === null,
  );
  if (elsewhere && !soleMember) {
    const message =
      "You signed under another rule of this phase. Withdraw that first: nobody fills two rules.";
    return { ok: false, code: "RULE", message };
  }
  return { ok: true };
}
