import { describe, expect, it } from "vitest";
import { isSameOrder, placeBefore } from "./placing";

describe("placeBefore", () => {
  it.each([
    ["to the front", ["a", "b", "c"], "c", "a", ["c", "a", "b"]],
    ["down", ["a", "b", "c"], "a", "c", ["b", "a", "c"]],
    ["to the end", ["a", "b", "c"], "a", null, ["b", "c", "a"]],
    ["where it is", ["a", "b", "c"], "a", "b", ["a", "b", "c"]],
    ["before itself", ["a", "b", "c"], "b", "b", ["a", "b", "c"]],
    ["from another list", ["a", "b"], "z", "b", ["a", "z", "b"]],
    ["into an empty list", [], "z", null, ["z"]],
  ])("moves %s", (_what, ids, id, before, expected) => {
    expect(placeBefore(ids, id, before)).toEqual(expected);
  });

  it("says when there is no such place", () => {
    expect(placeBefore(["a", "b"], "a", "x")).toBeNull();
  });
});

describe("isSameOrder", () => {
  it("looks at every place", () => {
    expect(isSameOrder(["a", "b"], ["a", "b"])).toBe(true);
    expect(isSameOrder(["a", "b"], ["b", "a"])).toBe(false);
    expect(isSameOrder(["a"], ["a", "b"])).toBe(false);
    expect(isSameOrder([], [])).toBe(true);
  });
});
