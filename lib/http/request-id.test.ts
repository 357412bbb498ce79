import { expect, it } from "vitest";
import { requestIdOf } from "./request-id";

const UUID = /^[0-9a-f-]{36}$/;

it.each(["build-4711", "7f1c:2.a_B"])("keeps the caller's own id %s", (given) => {
  expect(requestIdOf(given)).toBe(given);
});

it.each([null, "", "two words", "line\nbreak", "x".repeat(101), "<script>"])(
  "makes a new one for %j",
  (given) => {
    expect(requestIdOf(given)).toMatch(UUID);
  },
);
