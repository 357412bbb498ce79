import { expect, it } from "vitest";
import { config } from "@/proxy";

const [matcher = ""] = config.matcher;
const passesThrough = (path: string) => new RegExp(`^${matcher}$`).test(path);

it.each([
  "/",
  "/sign-in",
  "/invite/secret.txt",
  "/projects/portal.js",
  "/api",
  "/api/nothing",
  "/favicon.ico",
])("gives %s the headers of a page, because a page is what it answers with", (path) => {
  expect(passesThrough(path)).toBe(true);
});

it.each([
  "/api/v1/projects",
  "/api/auth/csrf",
  "/api/health",
  "/api/metrics",
  "/_next/static/a.js",
  "/icon.svg",
])("leaves %s alone", (path) => {
  expect(passesThrough(path)).toBe(false);
});
