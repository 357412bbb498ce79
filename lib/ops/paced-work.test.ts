import { expect, it, vi } from "vitest";
import { pacedWork } from "./paced-work";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("works on each key once for a burst, in order, one at a time", async () => {
  const done: string[] = [];
  let [now, most] = [0, 0];
  const name = pacedWork(async (key) => {
    most = Math.max(most, ++now);
    await pause(2);
    now -= 1;
    done.push(key);
  }, 5);
  for (const key of ["a", "b", "a", "c", "b"]) name(key);
  await vi.waitFor(() => expect(done).toEqual(["a", "b", "c"]));
  expect(most).toBe(1);
});

it("works again on what changes while or after it is worked on", async () => {
  const done: string[] = [];
  const name = pacedWork(async (key) => {
    if (done.length === 0) name(key);
    done.push(key);
  }, 1);
  name("a");
  await vi.waitFor(() => expect(done).toEqual(["a", "a"]));
  await pause(5);
  name("a");
  await vi.waitFor(() => expect(done).toEqual(["a", "a", "a"]));
});
