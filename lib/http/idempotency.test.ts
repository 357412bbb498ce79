import { expect, it } from "vitest";
import { requestHash } from "./idempotency";

const bytes = (text: string) => new TextEncoder().encode(text);
const base = requestHash("POST", "http://test/a?x=1&y=2", bytes("{}"));

it("takes the same request for the same, wherever the host and however the query is ordered", () => {
  expect(requestHash("POST", "https://other/a?y=2&x=1", bytes("{}"))).toBe(base);
});

it.each([
  ["method", requestHash("PATCH", "http://test/a?x=1&y=2", bytes("{}"))],
  ["path", requestHash("POST", "http://test/b?x=1&y=2", bytes("{}"))],
  ["query", requestHash("POST", "http://test/a?x=1&y=3", bytes("{}"))],
  ["body", requestHash("POST", "http://test/a?x=1&y=2", bytes("{ }"))],
])("takes another %s for another request", (_what, hash) => {
  expect(hash).not.toBe(base);
});
