import { describe, expect, it } from "vitest";
import { decisionBodySchema } from "./decisions";
import { reviewBodySchema } from "./reviews";
import { addSignOffRuleSchema, reasonSchema, signOffBodySchema } from "./sign-offs";

const ID = "01a1fd9a-93a2-75ff-9252-d95c0f2f9b3e";
const condition = { text: "Finish the runbook", ownerId: ID, dueOn: "2026-12-01" };

describe("what a gate accepts", () => {
  it("fills in what may be left out", () => {
    expect(decisionBodySchema.parse({ outcome: "GO" })).toEqual({
      outcome: "GO",
      reason: null,
      override: null,
      conditions: [],
      recycleTo: null,
    });
    expect(signOffBodySchema.parse({ rule: "Security", decision: "APPROVED" })).toEqual({
      rule: "Security",
      decision: "APPROVED",
      comment: null,
    });
    expect(reviewBodySchema.parse({})).toEqual({ note: null, days: 14 });
  });

  it("reads empty remarks as none and takes control characters out", () => {
    expect(signOffBodySchema.parse({ rule: "x", decision: "REFUSED", comment: "  " }).comment).toBeNull();
    expect(
      decisionBodySchema.parse({ outcome: "HOLD", reason: "not\u0000 yet \u{1F6A7} עוד לא" }).reason,
    ).toBe("not yet \u{1F6A7} עוד לא");
    expect(decisionBodySchema.parse({ outcome: "GO", override: {} }).override).toEqual({ reason: "" });
  });
});

describe("what a gate does not accept", () => {
  it.each([
    ["no outcome", decisionBodySchema, {}],
    ["an outcome there is not", decisionBodySchema, { outcome: "MAYBE" }],
    ["a reason of a megabyte", decisionBodySchema, { outcome: "HOLD", reason: "x".repeat(1_000_000) }],
    ["a reason that is a number", decisionBodySchema, { outcome: "HOLD", reason: 7 }],
    ["an override that is a word", decisionBodySchema, { outcome: "GO", override: "yes" }],
    [
      "a hundred conditions",
      decisionBodySchema,
      { outcome: "CONDITIONAL_GO", conditions: Array(100).fill(condition) },
    ],
    [
      "a condition of nobody",
      decisionBodySchema,
      { outcome: "CONDITIONAL_GO", conditions: [{ ...condition, ownerId: "" }] },
    ],
    [
      "a condition on no day",
      decisionBodySchema,
      { outcome: "CONDITIONAL_GO", conditions: [{ ...condition, dueOn: "soon" }] },
    ],
    ["a basis that is no id", decisionBodySchema, { outcome: "GO", basedOn: "latest" }],
    ["a vote there is not", signOffBodySchema, { rule: "Security", decision: "MAYBE" }],
    ["no rule", signOffBodySchema, { decision: "APPROVED" }],
    [
      "a comment of 10,000 characters",
      signOffBodySchema,
      { rule: "x", decision: "APPROVED", comment: "x".repeat(10_000) },
    ],
    ["a review without end", reviewBodySchema, { days: 10_000 }],
    ["half a day", reviewBodySchema, { days: 0.5 }],
    ["a reason of spaces", reasonSchema, "   "],
    ["a rule for nobody", addSignOffRuleSchema, { projectId: ID, phaseId: ID, name: "x", minimum: 0 }],
    ["a rule without a name", addSignOffRuleSchema, { projectId: ID, phaseId: ID, name: " \u0007 " }],
    [
      "a rule for people who are no ids",
      addSignOffRuleSchema,
      { projectId: ID, phaseId: ID, name: "x", memberIds: ["me"] },
    ],
  ])("%s", (_, schema, input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});
