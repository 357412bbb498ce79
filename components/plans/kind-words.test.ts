import { expect, it } from "vitest";
import { withoutMarks } from "./kind-words";

it.each([
  ["- [x] **Rotate** the keys <!-- key: keys -->", "Rotate the keys"],
  ["## Alpha <!-- phase: alpha -->", "Alpha"],
  ["<!-- only a note -->", "<!-- only a note -->"],
  ["1. `npm ci` works", "npm ci works"],
])("reads %j without its marks", (text, words) => {
  expect(withoutMarks(text)).toBe(words);
});
