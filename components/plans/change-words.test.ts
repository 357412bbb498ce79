import { describe, expect, it } from "vitest";
import { changeInWords, conflictInWords } from "./change-words";

const item = { noun: "item", key: "keys", title: "Rotate the keys", place: ["Alpha", "Security"] };

describe("what a template changed, in words", () => {
  it.each([
    [{ ...item, kind: "added" as const, fields: {} }, "New item", ""],
    [{ ...item, kind: "archived" as const }, "No longer in the template: item", ""],
    [{ ...item, kind: "moved" as const, to: ["Beta", "Data"] }, "Moved item", "to Beta › Data"],
    [
      { ...item, noun: "phase", kind: "reordered" as const, what: "criterion", order: [] },
      "Another order of criteria in phase",
      "",
    ],
    [
      { ...item, kind: "edited" as const, field: "acceptance", from: null, to: "It is refused." },
      "Changed how we know of item",
      "nothing → “It is refused.”",
    ],
    [
      { ...item, kind: "edited" as const, field: "goals", from: [], to: ["Learn", "Earn"] },
      "Changed goals of item",
      "nothing → “Learn”, “Earn”",
    ],
    [
      { ...item, kind: "edited" as const, field: "mustDiffer", from: false, to: true },
      "Changed whether values must differ of item",
      "no → yes",
    ],
  ])("%#", (change, what, detail) => expect(changeInWords(change, "template")).toEqual({ what, detail }));

  it.each([
    [
      { ...item, id: "1", kind: "field" as const, field: "target", base: 90, theirs: 95, ours: 80 },
      "Both changed target of item",
      "the template says 95, this project 80",
    ],
    [
      { ...item, id: "2", kind: "place" as const, base: ["A"], theirs: ["B"], ours: ["C", "D"] },
      "Both moved item",
      "the template to B, this project to C › D",
    ],
    [
      { ...item, id: "3", kind: "archived here" as const, changed: ["text"] },
      "Archived here, changed in the template: item",
      "wording",
    ],
    [
      { ...item, id: "4", kind: "gone from the file" as const, changed: ["level", "area"] },
      "Gone from the template, changed here: item",
      "level, area",
    ],
  ])("%#", (conflict, what, detail) => expect(conflictInWords(conflict)).toEqual({ what, detail }));
});
