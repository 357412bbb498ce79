import type { Blocker } from "./blockers";
import type { Requirement } from "./requirements";
import { type JudgedSignOff, judgeSignOffs } from "./sign-off-state";
import { type RuleStanding, ruleStanding } from "./sign-offs";
import type { GatePolicy, PhaseSnapshot } from "./snapshot";

/** Changed requirements named in a blocker; the rest are counted. */
const NAMED_CHANGES = 3;

function changesInWords(stale: JudgedSignOff[]): string {
  const changes = [
    ...new Map(stale.flatMap((judged) => judged.changes).map((change) => [change.id, change])).values(),
  ];
  const named = changes.slice(0, NAMED_CHANGES).map(({ title, change }) => `"${title}" (${change})`);
  const more = changes.length - named.length;
  return `Changed since: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function blockersOfRule({ rule, approved, stale, refused, missing, fulfilled }: RuleStanding): Blocker[] {
  if (fulfilled) return [];
  const blockers: Blocker[] = [];
  const subjectId = rule.id;
  if (refused.length > 0) {
    const text = `The sign-off "${rule.name}" was refused.`;
    const detail = "It blocks until the person withdraws the refusal or approves.";
    blockers.push({ type: "SIGN_OFF_REFUSED", text, subjectId, detail });
  }
  if (stale.length > 0 && approved.length < rule.minimum) {
    const text = `The sign-off "${rule.name}" is stale: what was signed has changed.`;
    blockers.push({ type: "SIGN_OFF_STALE", text, subjectId, detail: changesInWords(stale) });
  }
  if (missing > 0) {
    const text = `The sign-off "${rule.name}" is missing.`;
    const people = rule.minimum === 1 ? "person has" : "people have";
    const detail = `${approved.length} of ${rule.minimum} ${people} approved.`;
    blockers.push({ type: "SIGN_OFF_MISSING", text, subjectId, detail });
  }
  return blockers;
}

/** What the sign-off rules of a policy still hold up, rule by rule (design 2.3: rules are ANDed). */
export function signOffBlockers(
  snapshot: PhaseSnapshot,
  policy: GatePolicy,
  requirements: Requirement[],
  now: Date,
): Blocker[] {
  const judged = judgeSignOffs(snapshot, now, requirements);
  return policy.signOffRules.flatMap((rule) =>
    blockersOfRule(ruleStanding(rule, judged, snapshot.soleMember)),
  );
}
