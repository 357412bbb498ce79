import { expect, it } from "vitest";
import { versionCache } from "./version-cache";

const NOON = new Date("2026-11-21T12:00:00Z");
const BEFORE = new Date("2026-11-21T11:59:59.999Z");

it("gives back what was kept at the version that is asked for, and nothing of another one", () => {
  const cache = versionCache<{ score: number }>(10);
  cache.keep("alpha", "7.1", null, { score: 80 });
  expect(cache.find("alpha", "7.1", NOON)).toEqual({ score: 80 });
  expect(cache.find("alpha", "8.1", NOON)).toBeNull();
  expect(cache.find("alpha", "7.2", NOON)).toBeNull();
  expect(cache.find("beta", "7.1", NOON)).toBeNull();
});

it("gives nothing back from the moment on at which time may have changed it", () => {
  const cache = versionCache<{ score: number }>(10);
  cache.keep("alpha", "7", NOON, { score: 80 });
  expect(cache.find("alpha", "7", BEFORE)).toEqual({ score: 80 });
  expect(cache.find("alpha", "7", NOON)).toBeNull();
});

it("forgets what was used longest ago when there is too much", () => {
  const cache = versionCache<{ n: number }>(2);
  cache.keep("a", "1", null, { n: 1 });
  cache.keep("b", "1", null, { n: 2 });
  cache.find("a", "1", NOON);
  cache.keep("c", "1", null, { n: 3 });
  expect(cache.find("b", "1", NOON)).toBeNull();
  expect(cache.find("a", "1", NOON)).toEqual({ n: 1 });
});
