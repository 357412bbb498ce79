import { can, isAtLeast } from "./permissions";
import type { SignOffRuleSnapshot } from "./snapshot";
import type { Role } from "./words";

/** A person with their role in the project. */
export interface Signer {
  id: string;
  role: Role;
}

/** True for a person the rule lets sign (design 2.3, 2.5). */
export function isEligible(
  rule: Pick<SignOffRuleSnapshot, "memberIds" | "minimumRole">,
  person: Signer,
): boolean {
  if (!can(person.role, "gate:sign")) return false;
  return rule.memberIds.length > 0
    ? rule.memberIds.includes(person.id)
    : isAtLeast(person.role, rule.minimumRole);
}

/** Gives the place a person, moving others on where that frees one (augmenting path of a bipartite matching). */
function seat(
  place: number,
  candidates: string[][],
  placeOf: Map<string, number>,
  tried: Set<string>,
): boolean {
  for (const person of candidates[place] ?? []) {
    if (tried.has(person)) continue;
    tried.add(person);
    const holder = placeOf.get(person);
    if (holder === undefined || seat(holder, candidates, placeOf, tried)) {
      placeOf.set(person, place);
      return true;
    }
  }
  return false;
}

/**
 * How many signatures the rules ask for that nobody could give, were everybody willing (design 2.3: one person counts
 * under one rule). 0 for rules that can be fulfilled. In a workspace of one person, who may fill every rule, each rule
 * is counted by itself.
 */
export function missingSigners(rules: SignOffRuleSnapshot[], people: Signer[], soleMember: boolean): number {
  const candidates = rules.flatMap((rule) => {
    const eligible = people.filter((person) => isEligible(rule, person)).map(({ id }) => id);
    return Array.from({ length: rule.minimum }, () => eligible);
  });
  if (soleMember) {
    const short = rules.map(
      (rule) => rule.minimum - people.filter((person) => isEligible(rule, person)).length,
    );
    return short.reduce((sum, missing) => sum + Math.max(0, missing), 0);
  }
  const placeOf = new Map<string, number>();
  return candidates.filter((_, place) => !seat(place, candidates, placeOf, new Set())).length;
}
