import { expect, it } from "vitest";
import { orderOf, placeOf, stepped, withPlace } from "./plan-order";

const section = (id: string, ...items: string[]) => ({ id, items: items.map((item) => ({ id: item })) });
const ORDER = orderOf([section("one", "a", "b", "c"), section("two", "d")]);

it("puts an item where it was let go, in what others left of the list", () => {
  expect(withPlace(ORDER, "a", { sectionId: "two", beforeId: "d" })).toEqual({
    one: ["b", "c"],
    two: ["a", "d"],
  });
  expect(withPlace(ORDER, "c", { sectionId: "one", beforeId: "a" })).toEqual({
    one: ["c", "a", "b"],
    two: ["d"],
  });
  expect(withPlace(ORDER, "a", { sectionId: "one", beforeId: null })).toEqual({
    one: ["b", "c", "a"],
    two: ["d"],
  });
});

it("takes the end where the neighbour is gone, and leaves all where the item or the section is", () => {
  expect(withPlace(ORDER, "a", { sectionId: "two", beforeId: "gone" })).toEqual({
    one: ["b", "c"],
    two: ["d", "a"],
  });
  expect(withPlace(ORDER, "gone", { sectionId: "two", beforeId: null })).toBe(ORDER);
  expect(withPlace(ORDER, "a", { sectionId: "gone", beforeId: null })).toBe(ORDER);
});

it("steps inside a section", () => {
  expect(placeOf(stepped(ORDER, "b", -1), "b")).toEqual({ sectionId: "one", beforeId: "a" });
  expect(stepped(ORDER, "a", -1)).toBe(ORDER);
});
