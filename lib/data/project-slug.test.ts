import { expect, it } from "vitest";
import { slugBase } from "./project-slug";

it.each([
  ["Customer portal", "customer-portal"],
  ["Überprüfung — ½ fertig!", "uberprufung-12-fertig"],
  ["运维", "project"],
  ["../../etc/passwd", "etc-passwd"],
  [`${"word ".repeat(11)}words at the end`, "word-word-word-word-word-word-word-word-word-word-word-words"],
  ["x".repeat(200), "x".repeat(60)],
])("%s is at /projects/%s", (name, slug) => {
  expect(slugBase(name)).toBe(slug);
});
