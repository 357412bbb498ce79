import { expect, it } from "vitest";
import { ifMatchOf } from "./if-match";

const request = (value?: string) =>
  new Request("http://test/", { headers: value === undefined ? {} : { "if-match": value } });

it.each([
  [undefined, null],
  ["*", null],
  ['"7"', 7],
  ['W/"7"', 7],
  ["7", 7],
])("reads %s", (given, version) => {
  expect(ifMatchOf(request(given))).toBe(version);
});

it.each(['"seven"', '"7", "8"', "-1", '""', '"99999999999"'])(
  "refuses %s, so that no update runs unguarded",
  (given) => {
    expect(() => ifMatchOf(request(given))).toThrowError(/If-Match/);
  },
);
