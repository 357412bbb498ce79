import { expect, it } from "vitest";
import { canTakeOver } from "./templates";

it.each([
  ["item", "added", undefined, true],
  ["item", "archived", undefined, true],
  ["item", "edited", "level", true],
  ["item", "edited", "dueOn", false],
  ["item", "moved", undefined, false],
  ["section", "added", undefined, true],
  ["section", "archived", undefined, false],
  ["criterion", "added", undefined, false],
  ["phase", "edited", "title", false],
])("a project takes over by itself: %s %s %s: %s", (noun, kind, field, expected) =>
  expect(canTakeOver({ noun, kind, ...(field && { field }) })).toBe(expected),
);
