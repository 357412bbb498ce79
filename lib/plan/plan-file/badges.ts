import type { PhrasingContent } from "mdast";
import { isDay } from "@/lib/domain/days";
import type { Comparator, ItemState, Level } from "@/lib/domain/words";
import { COMPARATORS, LEVELS, ROLES } from "@/lib/domain/words";
import type { PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { codeMarkdown } from "./plain-markdown";

/** Facts that stand as code behind a title: `MUST` `area: Security` `due: 2026-12-31`. */

/** A box says done or not; what else a state is, a badge says. */
const STATE_WORDS = {
  IN_PROGRESS: "in progress",
  VERIFIED: "verified",
  WAIVED: "waived",
  NOT_APPLICABLE: "not applicable",
} as const satisfies Partial<Record<ItemState, string>>;

type SignOffRule = PlanPhase["signOffRules"][number];

type StatedState = keyof typeof STATE_WORDS;

/** Levels where nothing is said (design 2.7). */
const ITEM_LEVEL: Level = "SHOULD";
const CRITERION_LEVEL: Level = "MUST";

export const isTicked = (state: ItemState): boolean => state === "DONE" || state === "VERIFIED";

const isStated = (state: string): state is StatedState => state in STATE_WORDS;

const written = (facts: readonly (string | false | null | undefined)[]): string =>
  facts.flatMap((fact) => (fact ? ` ${codeMarkdown(fact)}` : [])).join("");

const named = (name: string, value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : `${name}: ${value}`;

const atNames = (names: readonly string[] | null | undefined): string[] =>
  (names ?? []).map((name) => `@${name}`);

/** The badges of an item, each with a space before it. */
export const itemBadges = ({ level, state, area, dueOn, assignees }: PlanItem): string =>
  written([
    level !== ITEM_LEVEL && level,
    isStated(state) && STATE_WORDS[state],
    named("area", area),
    named("due", dueOn),
    ...atNames(assignees),
  ]);

function targetOf({ comparator, target, unit }: PlanCriterion): (string | null)[] {
  if (comparator === null || target === null)
    return [named("comparator", comparator), named("target", target), named("unit", unit)];
  return [`target: ${comparator} ${target}${unit === null ? "" : ` ${unit}`}`];
}

/** The badges of a criterion, each with a space before it. */
export const criterionBadges = (criterion: PlanCriterion): string =>
  written([
    ...targetOf(criterion),
    named("over", criterion.window),
    criterion.level !== CRITERION_LEVEL && criterion.level,
    named("area", criterion.area),
    named("at least", criterion.minimumSample),
    named("holds days", criterion.maximumAgeDays),
  ]);

/** The badges of a sign-off rule, each with a space before it. */
export const ruleBadges = ({ people, minimumRole }: SignOffRule): string =>
  written([named("role", minimumRole), ...atNames(people)]);

type Facts = Map<string, string>;

const NAMES = ["area", "due", "target", "comparator", "unit", "over", "at least", "holds days"];

/** Behind the key of a configuration item whose value in production may not be that of a mock. */
export const MUST_DIFFER = "must differ";

/** Facts that only some things have; elsewhere such words belong to the title. */
type Special = "people" | "role";

function factOf(code: string, special: readonly Special[]): [name: string, value: string] | null {
  const [, at, role] = /^(?:@(.+)|role: ?([a-z]+))$/is.exec(code) ?? [];
  if (at && special.includes("people")) return ["people", at];
  if (role && special.includes("role")) return ["role", role.toUpperCase()];
  if (code.toLowerCase() === MUST_DIFFER) return [MUST_DIFFER, "yes"];
  const level = LEVELS.find((word) => word === code.toUpperCase());
  if (level) return ["level", level];
  const state = Object.entries(STATE_WORDS).find(([, word]) => word === code.toLowerCase())?.[0];
  if (state) return ["state", state];
  const match = /^([a-z ]+): ?(.+)$/s.exec(code);
  return match?.[1] && match[2] && NAMES.includes(match[1]) ? [match[1], match[2]] : null;
}

/** Takes the badges off the end of a line. @param special those that only this kind of thing has */
export function takeBadges(
  nodes: readonly PhrasingContent[],
  special: readonly Special[] = [],
): { rest: PhrasingContent[]; facts: Facts } {
  const rest = [...nodes];
  const facts: Facts = new Map();
  for (let last = rest.at(-1); last && rest.length > 1; last = rest.at(-1)) {
    if (last.type === "text" && last.value.trim() === "") {
      rest.pop();
      continue;
    }
    const fact = last.type === "inlineCode" ? factOf(last.value, special) : null;
    if (!fact) break;
    const [name, value] = fact;
    const known = name === "people" ? facts.get(name) : undefined;
    facts.set(name, known === undefined ? value : `${value}\n${known}`);
    rest.pop();
  }
  return { rest, facts };
}

const levelIn = (facts: Facts, otherwise: Level): Level =>
  LEVELS.find((level) => level === facts.get("level")) ?? otherwise;

/** A tick and a badge may say different things after somebody ticked the box: the box wins. */
function stateIn(facts: Facts, ticked: boolean): ItemState {
  const stated = facts.get("state") ?? "";
  if (isStated(stated) && isTicked(stated) === ticked) return stated;
  return ticked ? "DONE" : "OPEN";
}

const peopleIn = (facts: Facts): string[] => facts.get("people")?.split("\n") ?? [];

/** What a rule's badges say. */
export const ruleFacts = (facts: Facts): Pick<SignOffRule, "people" | "minimumRole"> => ({
  people: peopleIn(facts),
  minimumRole: ROLES.find((role) => role === facts.get("role")) ?? null,
});

/** What an item's badges and box say. */
export function itemFacts(
  facts: Facts,
  ticked: boolean,
): Pick<PlanItem, "level" | "state" | "area" | "dueOn" | "assignees"> {
  const due = facts.get("due") ?? "";
  return {
    level: levelIn(facts, ITEM_LEVEL),
    state: stateIn(facts, ticked),
    area: facts.get("area") ?? null,
    dueOn: isDay(due) ? due : null,
    assignees: peopleIn(facts),
  };
}

const comparatorOf = (sign: string | undefined): Comparator | null =>
  COMPARATORS.find((comparator) => comparator === sign) ?? null;

function numberOf(text: string | undefined): number | null {
  const value = Number(text);
  return text === undefined || text.trim() === "" || !Number.isFinite(value) ? null : value;
}

function countOf(text: string | undefined): number | null {
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) && value > 0 ? value : null;
}

const TARGET = /^([<>]=?|=)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:\s*(\S.*))?$/s;

function targetIn(facts: Facts): Pick<PlanCriterion, "comparator" | "target" | "unit"> {
  const [, sign, number, unit] = TARGET.exec(facts.get("target") ?? "") ?? [];
  if (number === undefined)
    return {
      comparator: comparatorOf(facts.get("comparator")),
      target: numberOf(facts.get("target")),
      unit: facts.get("unit") ?? null,
    };
  return { comparator: comparatorOf(sign), target: numberOf(number), unit: unit ?? null };
}

/** What a criterion's badges say. */
export const criterionFacts = (facts: Facts): Omit<PlanCriterion, "text" | "checked" | "key"> => ({
  ...targetIn(facts),
  window: facts.get("over") ?? null,
  level: levelIn(facts, CRITERION_LEVEL),
  area: facts.get("area") ?? null,
  minimumSample: countOf(facts.get("at least")),
  maximumAgeDays: countOf(facts.get("holds days")),
});
