import { expect, it } from "vitest";
import { gateDifferences } from "./gate-differences";

const must = (id: string, text = `"${id}" must be done.`) => ({
  type: "MUST_NOT_SATISFIED",
  subjectId: id,
  text,
});
const low = (score: number) => ({
  type: "SCORE_UNDER_MINIMUM",
  subjectId: null,
  text: `The readiness score is ${score}.`,
});

it("tells what is fixed, what is new, and what is still in the way", () => {
  expect(
    gateDifferences(
      { score: 41, blockers: [must("drill"), must("keys"), low(41)] },
      { score: 62, blockers: [must("keys"), low(62), must("owner")] },
    ),
  ).toEqual({
    score: { from: 41, to: 62 },
    fixed: ['"drill" must be done.'],
    added: ['"owner" must be done.'],
    remaining: ['"keys" must be done.', "The readiness score is 62."],
  });
});

it("says nothing where nothing changed", () => {
  const moment = { score: null, blockers: [] };
  expect(gateDifferences(moment, moment)).toEqual({
    score: { from: null, to: null },
    fixed: [],
    added: [],
    remaining: [],
  });
});
