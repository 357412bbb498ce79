import { expect, it } from "vitest";
import { DATA_HEADERS, pagePolicy } from "./security-headers";

it("lets only scripts with the request's nonce run in production", () => {
  const policy = pagePolicy("n1", false);
  expect(policy).toContain("script-src 'nonce-n1' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("style-src 'self' 'nonce-n1';");
  expect(policy).toContain("frame-ancestors 'none'");
});

it("lets the development server evaluate code and talk over a web socket", () => {
  expect(pagePolicy("n1", true)).toMatch(/'unsafe-eval'.*ws:/);
});

it("lets nothing in data run", () => {
  expect(Object.fromEntries(DATA_HEADERS)).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
});
