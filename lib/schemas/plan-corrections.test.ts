import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { correctDraftSchema } from "./import-drafts";
import { correctionsSchema, foldTargetsSchema, keptCorrections } from "./plan-corrections";

const DRAFT = "018f0000-0000-7000-8000-000000000000";
const correction = (value: unknown) =>
  correctDraftSchema.safeParse({ draftId: DRAFT, version: 1, correction: value }).success;

describe("corrections", () => {
  it("are none where nothing, or nothing that can be read, was kept", () => {
    for (const value of [{}, null, "x", { phases: "all" }, { phaseHeadings: { 3: true } }])
      expect(keptCorrections(value)).toEqual(NO_CORRECTIONS);
  });

  it.each([
    ["line 0", { phases: [{ line: 0, isPhase: true }] }],
    ["a line that is no number", { phases: [{ line: "3", isPhase: true }] }],
    ["half a line", { lists: [{ line: 1.5, as: "items" }] }],
    ["another kind", { lists: [{ line: 1, as: "secrets" }] }],
    ["another level", { levels: [{ word: "high", level: "WONT" }] }],
    ["a phase without a name", { fold: [{ phase: "a", into: " " }] }],
    ["a name that is too long", { fold: [{ phase: "a", into: "x".repeat(501) }] }],
    ["a line that is too long", { document: { line: 1, text: "x".repeat(301) } }],
    ["too many", { lists: Array.from({ length: 2_001 }, (_, at) => ({ line: at + 1, as: "items" })) }],
    [
      "too many words",
      { levels: Array.from({ length: 201 }, (_, at) => ({ word: `${at}`, level: "MUST" })) },
    ],
  ])("refuse %s", (_, value) => {
    expect(correctionsSchema.safeParse(value).success).toBe(false);
  });

  it("take off what no database keeps", () => {
    const { phases, fold } = correctionsSchema.parse({
      phases: [{ line: 1, text: "a\u0000b\ud800", isPhase: true }],
      fold: [{ phase: "a", into: " Alpha\n" }],
    });
    expect(phases[0]?.text).toBe("a b\ufffd");
    expect(fold[0]?.into).toBe("Alpha");
  });
});

describe("a correction of a draft", () => {
  it("is one thing the reader says, or takes back", () => {
    expect(correction({ kind: "phase", line: 3, isPhase: null })).toBe(true);
    expect(correction({ kind: "level", word: "", level: "MUST" })).toBe(true);
    expect(correction({ kind: "becomes", phase: "a", into: null })).toBe(true);
    expect(correction({ kind: "everything" })).toBe(true);
    for (const wrong of [
      undefined,
      {},
      { kind: "other" },
      { kind: "phase", line: 3 },
      { kind: "list", line: -1, as: "items" },
      { kind: "fold", fold: "Alpha" },
      { kind: "fold", fold: Array.from({ length: 501 }, () => ({ phase: "a", into: "b" })) },
      { kind: "unfold", into: "" },
    ])
      expect(correction(wrong)).toBe(false);
  });
});

it("reads names of phases to fold into", () => {
  expect(foldTargetsSchema.parse("Alpha, Beta,,Launch ")).toEqual(["Alpha", "Beta", "Launch"]);
  for (const wrong of ["", " , ", Array.from({ length: 21 }, (_, at) => at).join(","), "x".repeat(501)])
    expect(foldTargetsSchema.safeParse(wrong).success).toBe(false);
});
