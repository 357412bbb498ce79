import { afterAll, expect, it, vi } from "vitest";
import { makeBareProject } from "@/prisma/factories/bare-project";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { pool } from "./client";
import { tickItemUnscoped } from "./item-tick";
import { type LiveEvent, watchProject } from "./live";

useTestDatabase();

const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

/** A busy machine may take its time; what is missing stays missing however long one waits. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

async function scene() {
  const workspace = await makeWorkspace();
  const { actor, secret } = await makeMember(workspace.id, "MEMBER", "Ben");
  const titles = Array.from({ length: 30 }, (_, number) => `Item ${number}`);
  const project = await makeBareProject(workspace.id, actor.memberId, titles);
  const access = await openProject(actor, { slug: project.slug }, "project:read");
  const tick = (index: number) =>
    tickItemUnscoped("session", secret, project.itemIds[index] ?? "", "DONE", new Date());
  return { access, project, tick };
}

async function watch(access: Parameters<typeof watchProject>[0], after: number) {
  const heard: LiveEvent[] = [];
  stops.push(await watchProject(access, after, (events) => heard.push(...events)));
  return heard;
}

const cutListener = () =>
  pool().query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'phasegate listener' AND datname = current_database()",
  );

const oneTo = (count: number) => Array.from({ length: count }, (_, number) => number + 1);
const seqs = (heard: LiveEvent[]) => heard.map(({ seq }) => seq);

it("tells what was missed, then what happens, in order and once each", async () => {
  const { access, tick, project } = await scene();
  await tick(0);
  await tick(1);
  const fromStart = await watch(access, 0);
  const fromOne = await watch(access, 1);
  await Promise.all(oneTo(20).map((index) => tick(index + 1)));
  await soon(() => expect(fromStart).toHaveLength(22));
  await soon(() => expect(fromOne).toHaveLength(21));
  expect(seqs(fromStart)).toEqual(oneTo(22));
  expect(seqs(fromOne)).toEqual(oneTo(22).slice(1));
  expect(fromStart[0]).toMatchObject({
    action: "item.state",
    targetId: project.itemIds[0],
    by: "Ben",
    item: { state: "DONE" },
  });
});

it("misses nothing when browsers arrive in the middle of a rush", async () => {
  const { access, tick } = await scene();
  const rush = Promise.all(oneTo(25).map((index) => tick(index)));
  const readers = await Promise.all(oneTo(6).map((after) => watch(access, after - 1)));
  await rush;
  for (const [after, heard] of readers.entries())
    await soon(() => expect(seqs(heard)).toEqual(oneTo(25).slice(after)));
});

it("catches up after the database cut the listening connection", async () => {
  const { access, tick } = await scene();
  const heard = await watch(access, 0);
  await tick(0);
  await soon(() => expect(seqs(heard)).toEqual([1]));
  await cutListener();
  await tick(1);
  await tick(2);
  await soon(() => expect(seqs(heard)).toEqual([1, 2, 3]));
});

it("tells those who were there what somebody who arrives has read already", async () => {
  const { access, tick } = await scene();
  const there = await watch(access, 0);
  await tick(0);
  await soon(() => expect(seqs(there)).toEqual([1]));
  await cutListener();
  await tick(1);
  const arriving = await watch(access, 0);
  expect(seqs(arriving)).toEqual([1, 2]);
  await soon(() => expect(seqs(there)).toEqual([1, 2]));
});
