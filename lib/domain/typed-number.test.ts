import { expect, it } from "vitest";
import { readTypedNumber } from "./typed-number";

it.each([
  ["950", 950],
  [" 0.4 ", 0.4],
  ["0,4", 0.4],
  ["0,125", 0.125],
  ["12,5", 12.5],
  ["1200,5", 1200.5],
  ["1.200", 1.2],
  ["-3", -3],
  ["−3", -3],
  ["1 200", 1200],
  ["1\u202f200\u202f000,5", 1_200_000.5],
  ["1,200.5", 1200.5],
  ["1.200,5", 1200.5],
  ["1,200,000", 1_200_000],
  ["1.200.000", 1_200_000],
  ["1'200'000", 1_200_000],
])("reads %j as %d", (text, number) => {
  expect(readTypedNumber(text)).toBe(number);
});

it.each(["1,200", "-21,500", "", "abc", "1,2,3", "1,200,00", "12 ms", "1e3", "0x10", "Infinity", "1.2.3"])(
  "takes %j for no number it could be sure of",
  (text) => {
    expect(readTypedNumber(text)).toBeNaN();
  },
);
