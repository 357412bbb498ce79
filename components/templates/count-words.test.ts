import { describe, expect, it } from "vitest";
import { heldInWords } from "./count-words";

describe("what a template holds, in words", () => {
  it("counts one and many", () =>
    expect(heldInWords({ phases: 1, items: 1200, criteria: 1 })).toEqual([
      "1 phase",
      "1,200 items",
      "1 criterion",
    ]));

  it("leaves out what there is none of", () =>
    expect(heldInWords({ phases: 2, items: 0, criteria: 3, signOffRules: 1, secrets: 0, risks: 2 })).toEqual([
      "2 phases",
      "0 items",
      "3 criteria",
      "1 sign-off rule",
      "2 risks",
    ]));
});
