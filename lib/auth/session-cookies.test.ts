import { afterEach, beforeEach, expect, it, vi } from "vitest";

// Settings are read once in each process, perhaps by an earlier file already.
beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ["https://gate.example.org", "__Secure-next-auth.session-token"],
  ["http://localhost:3000", "next-auth.session-token"],
  ["", "next-auth.session-token"],
])("served at %s looks at the cookie %s alone", async (address, name) => {
  vi.stubEnv("NEXTAUTH_URL", address);
  const { sessionCookieName } = await import("./session-cookies");
  expect(sessionCookieName()).toBe(name);
});
