import { expect, it, vi } from "vitest";
import { notFound } from "@/lib/domain/errors";
import { eventStream } from "./event-stream";

function opened() {
  const asked: (() => void)[] = [];
  const told: ((message: { id: number; data: unknown }) => void)[] = [];
  const isStillAllowed = vi.fn(() => Promise.resolve());
  const unwatch = vi.fn();
  const trust = vi.fn();
  const response = eventStream(new Request("http://localhost/"), {
    watch: async (tell) => {
      told.push(tell);
      return unwatch;
    },
    isStillAllowed,
    doubt: (ask) => {
      asked.push(ask);
      return trust;
    },
  });
  return {
    text: response.text.bind(response),
    body: response.body,
    isStillAllowed,
    unwatch,
    trust,
    tell: (id: number) => told.forEach((tell) => void tell({ id, data: {} })),
    ask: () => asked.forEach((ask) => void ask()),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it("ends for who may not listen any more, as soon as that is in doubt", async () => {
  const stream = opened();
  await settled();
  stream.tell(1);
  stream.ask();
  await settled();
  stream.tell(2);
  stream.isStillAllowed.mockRejectedValue(notFound());
  stream.ask();
  const text = await stream.text();
  stream.tell(3);
  expect(text).toContain("id: 2\n");
  expect(text).toMatch(/event: over\ndata: \{\}\n\n$/);
  expect(stream.unwatch).toHaveBeenCalledTimes(1);
  expect(stream.trust).toHaveBeenCalledTimes(1);
});

it("goes on while only the database is away", async () => {
  const stream = opened();
  await settled();
  stream.isStillAllowed.mockRejectedValue(new Error("connection lost"));
  stream.ask();
  await settled();
  expect(stream.unwatch).not.toHaveBeenCalled();
  await stream.body?.cancel();
  expect(stream.unwatch).toHaveBeenCalledTimes(1);
});

it("lets a reader go that does not read, with what it can go on after", async () => {
  const stream = opened();
  await settled();
  for (let id = 1; id <= 5_000; id += 1) stream.tell(id);
  expect(stream.unwatch).toHaveBeenCalledTimes(1);
  const ids = (await stream.text()).match(/^id: \d+$/gm) ?? [];
  expect(ids.length).toBeGreaterThan(900);
  expect(ids.length).toBeLessThan(1_100);
  expect(ids.at(-1)).toBe(`id: ${ids.length}`);
});
