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

/**
 * Finds the people a plan names among the members. A file makes nobody a member, and gives nobody a role: whoever is not
 * found, or may not do what they are named for, is left out, and said.
 */
export function withMembers(plan: Plan, directory: Directory): NamedPlan {
  const refused = new Map<string, string>();
  const short: string[] = [];
  const known = (words: readonly string[] | null | undefined, permission: Permission): string[] =>
    (words ?? []).flatMap((word) => {
      const why = directory.refusal(word, permission);
      if (why !== null) refused.set(word, why);
      const handle = directory.handleOf(directory.find(word)?.memberId ?? null);
      return why === null && handle !== null ? [handle] : [];
    });
  const item = (given: PlanItem): PlanItem => ({
    ...given,
    ...(given.assignees && { assignees: known(given.assignees, "item:work") }),
    subItems: given.subItems.map(item),
  });
  const named = {
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      sections: phase.sections.map((section) => ({ ...section, items: section.items.map(item) })),
      signOffRules: phase.signOffRules.map((rule) => {
        if (!rule.people) return rule;
        const people = known(rule.people, "gate:sign");
        if (people.length > 0 && people.length < rule.minimum && people.length < rule.people.length)
          short.push(
            `“${rule.name}” of ${phase.name} asks for ${rule.minimum} people, and of those named only ${people.join(", ")} can sign. Name more of them, or ask for fewer, before its gate is reviewed.`,
          );
        return { ...rule, people };
      }),
    })),
    risks: plan.risks.map((risk) => ({
      ...risk,
      ...(risk.owner && { owner: known([risk.owner], "project:read")[0] ?? null }),
    })),
  };
  const leftOut = [...refused].map(
    ([word, why]) => `“${word}” is named in the file, but ${why}, so this name was left out.`,
  );
  return { plan: named, leftOut: [...leftOut, ...short] };
}
