import { expect, it } from "vitest";
import { returnPath } from "./return-path";

it.each(["/", "/projects/portal?phase=alpha#gate", "/members", "/projects/%2F%2Fevil"])(
  "follows %s",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

it.each([
  undefined,
  "",
  "projects",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/a\\b",
  "/.//evil.example",
  "/projects/..//evil.example",
  "/%2e//evil.example",
  "/projects/%2E%2e//evil.example/a",
  "https://evil.example",
  "javascript:alert(1)",
  "/sign-out",
  "/sign-in?next=/sign-in",
  "/api/auth/signout",
])("goes home instead of %s", (path) => {
  expect(returnPath(path)).toBe("/");
});
