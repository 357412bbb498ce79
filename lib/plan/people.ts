import { can, type Permission, weakestRoleFor } from "@/lib/domain/permissions";
import { ROLE_NAMES, type Role } from "@/lib/domain/words";
import type { Plan, PlanItem } from "@/lib/schemas/plan";

/** A member as files may call them. */
export interface Person {
  memberId: string;
  name: string;
  email: string;
  /** in the project the file is of */
  role: Role;
}

const fold = (text: string): string => text.normalize("NFC").trim().replace(/^@/, "").toLowerCase();

/** Who is who: members by what a file calls them. */
export class Directory {
  private readonly byWord = new Map<string, Person[]>();
  private readonly byId: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[]) {
    this.byId = new Map(people.map((person) => [person.memberId, person]));
    for (const person of people)
      for (const word of new Set([fold(person.name), fold(person.email)]))
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), person]);
  }

  /** What a file calls a member: the name, or the address where others have the same name. Null for who is none. */
  handleOf(memberId: string | null): string | null {
    const person = this.byId.get(memberId ?? "");
    if (!person) return null;
    return this.byWord.get(fold(person.name))?.length === 1 ? person.name : person.email;
  }

  /** The one member who is called so; null for nobody, and for several. */
  find(word: string): Person | null {
    const [person, ...more] = this.byWord.get(fold(word)) ?? [];
    return person && more.length === 0 ? person : null;
  }

  /** Why a file cannot name this person; null when it can. */
  refusal(word: string, permission: Permission): string | null {
    const person = this.find(word);
    if (person && can(person.role, permission)) return null;
    if (person)
      return `${person.name} has the role ${ROLE_NAMES[person.role]}, and this needs ${ROLE_NAMES[weakestRoleFor(permission)]} or above`;
    return this.byWord.has(fold(word)) ? "several members are called so" : "no member is called so";
  }
}

/** A plan that names nobody but members, in the words an export uses. */
export interface NamedPlan {
  plan: Plan;
  /** one sentence for each name that was left out, and for each rule that nobody can fulfil without it */
  leftOut: string[];
}

/** A plan that calls people otherwise. In: what takes the place of names, and what they are named for. */
function withNames(
  plan: Plan,
  namesFor: (words: readonly string[], permission: Permission) => string[],
): Plan {
  const item = (given: PlanItem): PlanItem => ({
    ...given,
    ...(given.assignees && { assignees: namesFor(given.assignees, "item:work") }),
    subItems: given.subItems.map(item),
  });
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      sections: phase.sections.map((section) => ({ ...section, items: section.items.map(item) })),
      signOffRules: phase.signOffRules.map((rule) =>
        rule.people ? { ...rule, people: namesFor(rule.people, "gate:sign") } : rule,
      ),
    })),
    risks: plan.risks.map((risk) => ({
      ...risk,
      ...(risk.owner && { owner: namesFor([risk.owner], "project:read")[0] ?? null }),
    })),
  };
}

/** A plan that calls people as another does, where both mean the same: "@ben" is Ben, if nobody else is called so. */
export function withNamesOf(plan: Plan, other: Plan): Plan {
  const called = new Map<string, string | null>();
  withNames(other, (words) => {
    for (const word of words) {
      const id = fold(word);
      called.set(id, called.has(id) && called.get(id) !== word ? null : word);
    }
    return [...words];
  });
  return withNames(plan, (words) => words.map((word) => called.get(fold(word)) ?? word));
}

/** The rules of which so few of those named can sign that nobody can fulfil them, one sentence each. */
function shortRules(given: Plan, named: Plan): string[] {
  return given.phases.flatMap((phase, at) =>
    phase.signOffRules.flatMap((rule, index) => {
      const people = named.phases[at]?.signOffRules[index]?.people ?? [];
      if (people.length === 0 || people.length >= Math.min(rule.minimum, rule.people?.length ?? 0)) return [];
      return [
        `“${rule.name}” of ${phase.name} asks for ${rule.minimum} people, and of those named only ${people.join(", ")} can sign. Name more of them, or ask for fewer, before its gate is reviewed.`,
      ];
    }),
  );
}

/**
 * Finds the people a plan names among the members. A file makes nobody a member, and gives nobody a role: whoever is not
 * found, or may not do what they are named for, is left out, and said.
 */
export function withMembers(plan: Plan, directory: Directory): NamedPlan {
  const refused = new Map<string, string>();
  const known = (words: readonly string[], permission: Permission): string[] =>
    words.flatMap((word) => {
      const why = directory.refusal(word, permission);
      if (why !== null) refused.set(word, why);
      const handle = directory.handleOf(directory.find(word)?.memberId ?? null);
      return why === null && handle !== null ? [handle] : [];
    });
  const named = withNames(plan, known);
  const leftOut = [...refused].map(
    ([word, why]) => `“${word}” is named in the file, but ${why}, so this name was left out.`,
  );
  return { plan: named, leftOut: [...leftOut, ...shortRules(plan, named)] };
}
