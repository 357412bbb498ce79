import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isPageAddress, watchRequests } from "./page-headers";

it.each([
  "/",
  "/sign-in",
  "/sign-in?next=/api/v1/",
  "/invite/secret.txt",
  "/projects/portal.js",
  "/api",
  "/api/nothing",
  "/api/v10",
  "/favicon.ico",
])("gives %s the headers of a page, because a page is what it answers with", (address) => {
  expect(isPageAddress(address)).toBe(true);
});

it.each([
  "/api/v1",
  "/api/v1?a=b",
  "/api/v1/projects",
  "/api/auth/csrf",
  "/api/health",
  "/api/metrics",
  "/_next/static/a.js",
  "/icon.svg",
  "/icon.svg?v=1",
])("leaves %s alone", (address) => {
  expect(isPageAddress(address)).toBe(false);
});

let seen: IncomingHttpHeaders = {};
const server = createServer((request, response) => {
  seen = request.headers;
  response.end("ok");
});
const ask = (address: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, { headers }); // listens on TCP

beforeAll(async () => {
  watchRequests();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

it("tells whoever answers the same policy as the browser, a new one each time, whatever the request claims", async () => {
  const forged = { "content-security-policy": "script-src *", "x-phasegate-path": "/elsewhere" };
  const first = (await ask("/projects?tab=a", forged)).headers.get("content-security-policy");
  expect(first).toContain("script-src 'nonce-");
  expect(seen).toMatchObject({ "content-security-policy": first, "x-phasegate-path": "/projects?tab=a" });
  const second = await ask("/projects");
  expect(second.headers.get("content-security-policy")).not.toBe(first);
  expect(second.headers.get("x-content-type-options")).toBe("nosniff");
});

it("keeps a request's own name where it is usable", async () => {
  const named = await ask("/", { "x-request-id": "night-run.7" });
  expect(named.headers.get("x-request-id")).toBe("night-run.7");
  expect(seen["x-request-id"]).toBe("night-run.7");
  const made = await ask("/", { "x-request-id": "not { a } name" });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

it("sets nothing on what is no page", async () => {
  const answer = await ask("/api/v1/projects");
  expect(answer.headers.get("content-security-policy")).toBeNull();
});
