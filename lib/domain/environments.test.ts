import { describe, expect, it } from "vitest";
import {
  CELL_STATES,
  type CellState,
  cellInWords,
  cellProblems,
  environmentCounts,
  environmentDifferences,
  isProductionName,
  type Matrix,
  readCellState,
  verificationRefusal,
} from "./environments";

const ENVIRONMENTS = [
  { id: "mock", name: "Mock", isProduction: false },
  { id: "stage", name: "Staging", isProduction: false },
  { id: "prod", name: "Production", isProduction: true },
];

type Said = [CellState, string] | null;

/** One row: what is said of it in Mock, Staging and Production. */
const row = (cells: [Said, Said, Said], mustDiffer = true): Matrix["items"][number] => ({
  id: "row",
  key: "MAIL_HOST",
  mustDiffer,
  cells: cells.flatMap((cell, index) =>
    cell ? { environmentId: ENVIRONMENTS[index]?.id ?? "", state: cell[0], value: cell[1] } : [],
  ),
});

const problems = (item: Matrix["items"][number]) =>
  cellProblems({ environments: ENVIRONMENTS, items: [item] }).map(({ type, other }) => [type, other]);

const MOCKED: Said = ["MOCK", "mail.test"];

describe("production must not equal mock", () => {
  it.each<[string, [Said, Said, Said], [string, string | null][]]>([
    ["another value", [MOCKED, null, ["LIVE", "smtp.example.org"]], []],
    ["the same value", [MOCKED, null, ["LIVE", "mail.test"]], [["SAME_AS_MOCK", "Mock"]]],
    ["the same but for spaces", [MOCKED, null, ["LIVE", " mail.test "]], [["SAME_AS_MOCK", "Mock"]]],
    ["another case", [MOCKED, null, ["LIVE", "MAIL.test"]], []],
    ["the same as a mock on staging", [null, MOCKED, ["LIVE", "mail.test"]], [["SAME_AS_MOCK", "Staging"]]],
    ["the same as what is live on staging", [null, ["LIVE", "mail.test"], ["LIVE", "mail.test"]], []],
    ["a mock in production", [MOCKED, null, ["MOCK", "something else"]], [["IS_MOCK", null]]],
    ["nothing in either", [["MOCK", ""], null, ["LIVE", ""]], []],
    ["missing in production", [MOCKED, null, ["MISSING", ""]], []],
    ["not applicable in production", [MOCKED, null, ["NOT_APPLICABLE", "mail.test"]], []],
    ["nobody said anything of production", [MOCKED, null, null], []],
  ])("%s", (_, cells, expected) => expect(problems(row(cells))).toEqual(expected));

  it("asks nothing of a key that is not marked", () => {
    expect(problems(row([MOCKED, null, ["LIVE", "mail.test"]], false))).toEqual([]);
  });

  it("asks nothing where no environment is production", () => {
    const environments = ENVIRONMENTS.map((each) => ({ ...each, isProduction: false }));
    expect(cellProblems({ environments, items: [row([MOCKED, null, ["LIVE", "mail.test"]])] })).toEqual([]);
  });
});

describe("differences between two environments", () => {
  it.each<[string, [Said, Said, Said], string[] | null]>([
    ["the same", [["LIVE", "a"], null, ["LIVE", "a"]], null],
    ["another value", [["LIVE", "a"], null, ["LIVE", "b"]], ["value"]],
    ["another state", [["MOCK", "a"], null, ["LIVE", "a"]], ["state"]],
    ["both", [["MOCK", "a"], null, ["LIVE", "b"]], ["state", "value"]],
    ["only the ends", [["LIVE", "a "], null, ["LIVE", "a"]], null],
    ["nothing said and missing are the same", [null, null, ["MISSING", ""]], null],
    ["nothing said of one", [null, null, ["LIVE", "a"]], ["state", "value"]],
  ])("%s", (_, cells, differs) => {
    const found = environmentDifferences([row(cells)], "mock", "prod");
    expect(found.map((each) => each.differs)).toEqual(differs ? [differs] : []);
  });
});

it("counts the cells of an environment by state; where nothing was said, it is missing", () => {
  const verified = { environmentId: "prod", state: "LIVE" as const, value: "a", verifiedAt: "2026-01-01" };
  const items = [{ cells: [verified] }, { cells: [{ ...verified, verifiedAt: null }] }, { cells: [] }];
  expect(environmentCounts(items, "prod")).toEqual({
    MISSING: 1,
    MOCK: 0,
    LIVE: 2,
    NOT_APPLICABLE: 0,
    verified: 1,
  });
});

describe("verification", () => {
  const wish = {
    state: "LIVE" as const,
    asksVerification: true,
    actorId: "ana",
    changedById: "ben",
    soleMember: false,
  };
  it.each<[string, Partial<typeof wish> | { state: CellState } | { changedById: null }, boolean]>([
    ["by another person", {}, true],
    ["by who changed it, where the project asks for another", { changedById: "ana" }, false],
    ["by who changed it, where the project does not", { changedById: "ana", asksVerification: false }, true],
    ["by who is alone", { changedById: "ana", soleMember: true }, true],
    ["of what was imported", { changedById: null }, true],
    ["of what is missing", { state: "MISSING" }, false],
  ])("%s", (_, changed, allowed) => {
    expect(verificationRefusal({ ...wish, ...changed }) === null).toBe(allowed);
  });
});

describe("reading a plan's table", () => {
  it.each<[string, string, CellState]>([
    ["postgres on the laptop", "Mock", "MOCK"],
    ["sqlite", "Development", "MOCK"],
    ["managed, two zones", "Production", "LIVE"],
    ["in-memory mock", "Production", "MOCK"],
    ["mocked (Mailtrap)", "Staging", "MOCK"],
    ["stub", "Staging", "MOCK"],
    ["Stripe sandbox", "Production", "MOCK"],
    ["Stripe, not the sandbox", "Production", "LIVE"],
    ["real", "Development", "LIVE"],
    ["live (read only)", "Test", "LIVE"],
    ["realtime queue", "Test", "MOCK"],
    ["managed", "Staging", "LIVE"],
    ["", "Production", "MISSING"],
    ["TBD", "Production", "MISSING"],
    ["n/a", "Mock", "NOT_APPLICABLE"],
    ["—", "Production", "MISSING"],
  ])("%j in %s is %s", (value, environment, state) => expect(readCellState(value, environment)).toBe(state));

  it.each(["Mock", "Staging", "Production"])("of %s reads an empty cell as it was written", (environment) => {
    for (const state of CELL_STATES)
      expect(readCellState(cellInWords({ state, value: " " }), environment)).toBe(state);
  });

  it.each<[string, boolean]>([
    ["Production", true],
    ["PROD (eu)", true],
    ["Live", true],
    ["Produktion", true],
    ["Pre-production", false],
    ["Non-prod", false],
    ["Staging", false],
    ["Reproduction lab", false],
  ])("%s is production: %s", (name, expected) => expect(isProductionName(name)).toBe(expected));
});
