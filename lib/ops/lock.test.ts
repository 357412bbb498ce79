import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock } from "./lock";

const purpose = "test";
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "phasegate-lock-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const take = (doing: string, patience = 0) =>
  takeLock(directory, { purpose, kind: "start", doing, patience });

it("gives a directory to one and tells the other who has it", async () => {
  const first = await take("serves http://localhost:3000");
  expect(await take("comes second")).toEqual({
    holder: { pid: process.pid, kind: "start", doing: "serves http://localhost:3000" },
  });
  if ("lock" in first) await first.lock.release();
  const third = await take("comes third");
  expect(third).toHaveProperty("lock");
  if ("lock" in third) await third.lock.release();
});

it("gives it to exactly one of many who ask at once", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => take("hurries")));
  const locks = all.flatMap((taken) => ("lock" in taken ? [taken.lock] : []));
  expect(locks).toHaveLength(1);
  for (const lock of locks) await lock.release();
});

it("waits as long as it is told", async () => {
  const first = await take("works a little");
  if ("lock" in first) setTimeout(first.lock.release, 150);
  const second = await take("waits", 5_000);
  expect(second).toHaveProperty("lock");
  if ("lock" in second) await second.lock.release();
});

it("belongs to the directory, not to its name, and is one for each purpose", async () => {
  const first = await take("stays");
  const moved = `${directory}-moved`;
  await rename(directory, moved);
  expect(await takeLock(moved, { purpose, kind: "start", doing: "follows" })).toHaveProperty("holder");
  const other = await takeLock(moved, { purpose: "other", kind: "start", doing: "does something else" });
  expect(other).toHaveProperty("lock");
  for (const taken of [first, other]) if ("lock" in taken) await taken.lock.release();
  await rm(moved, { recursive: true });
});
