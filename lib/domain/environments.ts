/** What is known of one configuration item in one environment; the first is what nobody said anything of. */
export const CELL_STATES = ["MISSING", "MOCK", "LIVE", "NOT_APPLICABLE"] as const;
export type CellState = (typeof CELL_STATES)[number];

/** A cell as the rules look at it. */
interface Cell {
  environmentId: string;
  state: CellState;
  value: string;
}

/** The environment matrix as the rules look at it: cells of one row stand in the order of the environments. */
export interface Matrix {
  environments: { id: string; name: string; isProduction: boolean }[];
  items: { id: string; key: string; mustDiffer: boolean; cells: Cell[] }[];
}

/** "SAME_AS_MOCK": its value is that of a mock elsewhere; "IS_MOCK": it is a mock itself. */
export const CELL_PROBLEMS = ["SAME_AS_MOCK", "IS_MOCK"] as const;

/** A production cell of a key marked "production must not equal mock" that breaks the rule. */
export interface CellProblem {
  itemId: string;
  key: string;
  environmentId: string;
  environment: string;
  type: (typeof CELL_PROBLEMS)[number];
  /** the environment with the equal value; null for IS_MOCK */
  other: string | null;
}

/** Whether two values are the same to whoever reads them: case and the ends count as in an address, so only the ends go. */
const isSameValue = (a: string, b: string): boolean => a.trim() !== "" && a.trim() === b.trim();

/**
 * Where production equals mock although the key is marked that it must not (issue 3): a production environment's value
 * that is also the value of a cell that is MOCK, in whichever environment, or a production cell that is MOCK itself.
 * What is missing or not applicable in production equals nothing.
 */
export function cellProblems({ environments, items }: Matrix): CellProblem[] {
  const byId = new Map(environments.map((environment) => [environment.id, environment]));
  return items.flatMap(({ id: itemId, key, mustDiffer, cells }) => {
    if (!mustDiffer) return [];
    return cells.flatMap((cell): CellProblem[] => {
      const environment = byId.get(cell.environmentId);
      if (!environment?.isProduction) return [];
      const found = { itemId, key, environmentId: environment.id, environment: environment.name };
      if (cell.state === "MOCK") return [{ ...found, type: "IS_MOCK", other: null }];
      if (cell.state !== "LIVE") return [];
      const mock = cells.find((other) => other.state === "MOCK" && isSameValue(other.value, cell.value));
      const other = mock && byId.get(mock.environmentId);
      return other ? [{ ...found, type: "SAME_AS_MOCK", other: other.name }] : [];
    });
  });
}

/** One plain sentence. */
export const problemText = ({ key, environment, type, other }: CellProblem): string =>
  type === "IS_MOCK"
    ? `${key} is still a mock in ${environment}.`
    : `${key} has the same value in ${environment} as the mock in ${other}.`;

/** One configuration item that is not the same in two environments. */
export interface EnvironmentDifference<C extends Cell = Cell> {
  itemId: string;
  key: string;
  from: C | null;
  to: C | null;
  differs: ("state" | "value")[];
}

/**
 * The rows in which two environments differ, in the order of the matrix. A cell nobody filled in is MISSING and empty.
 */
export function environmentDifferences<C extends Cell>(
  items: readonly { id: string; key: string; cells: readonly C[] }[],
  fromId: string,
  toId: string,
): EnvironmentDifference<C>[] {
  return items.flatMap(({ id, key, cells }) => {
    const from = cells.find(({ environmentId }) => environmentId === fromId) ?? null;
    const to = cells.find(({ environmentId }) => environmentId === toId) ?? null;
    const differs: ("state" | "value")[] = [];
    if ((from?.state ?? "MISSING") !== (to?.state ?? "MISSING")) differs.push("state");
    if ((from?.value.trim() ?? "") !== (to?.value.trim() ?? "")) differs.push("value");
    return differs.length > 0 ? [{ itemId: id, key, from, to, differs }] : [];
  });
}

/** How many cells of one environment are in each state, and how many were verified. */
export function environmentCounts(
  items: readonly { cells: readonly (Cell & { verifiedAt: string | null })[] }[],
  environmentId: string,
): Record<CellState | "verified", number> {
  const counts = { MISSING: 0, MOCK: 0, LIVE: 0, NOT_APPLICABLE: 0, verified: 0 };
  for (const { cells } of items) {
    const cell = cells.find((each) => each.environmentId === environmentId);
    counts[cell?.state ?? "MISSING"] += 1;
    if (cell?.verifiedAt) counts.verified += 1;
  }
  return counts;
}

/** A wish to verify a cell. Member ids. */
export interface Verification {
  state: CellState;
  /** the project asks for verification by another person */
  asksVerification: boolean;
  actorId: string;
  /** who said what stands there; null: the import */
  changedById: string | null;
  soleMember: boolean;
}

/**
 * Why a cell cannot be verified by this person now (design 2.4: implementer does not verify); null when it can. Alone in
 * a workspace, everything is allowed.
 */
export function verificationRefusal(wish: Verification): string | null {
  if (wish.state === "MISSING")
    return "It is missing, so there is nothing to verify. Say what stands there first.";
  if (wish.asksVerification && !wish.soleMember && wish.changedById === wish.actorId)
    return "This project asks for verification by another person than the one who changed it.";
  return null;
}

const PRODUCTION =
  /\bprod(?:uction)?\b|\blive\b|produktion|producci[oó]n|produç[aã]o|produzione|生产|本番|продакшн/i;
const MOCK =
  /\b(?:mock(?:s|ed|up)?|dev(?:elopment)?|local(?:host)?|test(?:s|ing)?|demo|sandbox|fake|stub(?:s|bed)?)\b|entwicklung|desarrollo|développement/i;
const SAYS_LIVE = /^(?:live|real)(?:$|\s*[(,;:–—-])/i;
const SAYS_MOCK = /\b(?:mock(?:s|ed)?|stub(?:s|bed)?|faked?|dummy|simulated|sandbox(?:ed)?)\b/i;
const DENIES_MOCK = /\b(?:no|not|non|never|without|instead of)\b/i;
const NOT_APPLICABLE = /^(?:n\/?a|not (?:applicable|needed|used)|none)$/i;
const NOTHING = /^(?:|[-–—?]+|tbd|todo|missing|not set|unset|to be (?:defined|done))$/i;

/** True for a name that says the environment is what customers meet. */
export const isProductionName = (name: string): boolean =>
  PRODUCTION.test(name) && !/\b(?:pre|non)[- ]?prod/i.test(name);

const IN_WORDS: Record<CellState, string> = {
  MISSING: "",
  MOCK: "mock",
  LIVE: "live",
  NOT_APPLICABLE: "n/a",
};

/** A cell as a plan's table says it: its value, or in a word how it stands where it has none. */
export const cellInWords = ({ state, value }: Pick<Cell, "state" | "value">): string =>
  value.trim() === "" ? IN_WORDS[state] : value;

/** What a plan's table says of a cell: by its own words, else by what its environment is called. */
export function readCellState(value: string, environment: string): CellState {
  const text = value.trim();
  if (NOTHING.test(text)) return "MISSING";
  if (NOT_APPLICABLE.test(text)) return "NOT_APPLICABLE";
  if (SAYS_LIVE.test(text)) return "LIVE";
  if (SAYS_MOCK.test(text) && !DENIES_MOCK.test(text)) return "MOCK";
  return MOCK.test(environment) && !isProductionName(environment) ? "MOCK" : "LIVE";
}
