import { cpus } from "node:os";
import { measureBrowsing } from "./browsing";
import { measureGrowth, measureMemory, measurePages } from "./pages";
import { openStage, settled, type Undo } from "./stage";
import { allHold, type Line, tableOf } from "./table";
import { measureWrites } from "./writes";

// `npm run bench`: one run, on a database of its own that is removed afterwards. A full run takes some minutes;
// `npm run bench -- --quick` takes fewer samples. It ends with 1 when a goal of the "must" column is missed.

const QUICK = process.argv.includes("--quick");
const ROUNDS = QUICK ? 5 : 20;

const say = (text: string) => console.error(text);

const undone: (() => Promise<unknown>)[] = [];
const undo: Undo = (step) => void undone.push(step);

async function undoAll(): Promise<void> {
  for (let step = undone.pop(); step; step = undone.pop())
    await step().catch((error: unknown) => say(`Clearing away: ${String(error)}`));
}

async function measureAll(): Promise<Line[]> {
  const stage = await openStage(undo, say);
  say("Writing ...");
  const writes = await measureWrites(stage, { timed: ROUNDS, rated: QUICK ? 2 : 5 });
  await settled(stage.client);
  say("Reading pages ...");
  const pages = await measurePages(stage, ROUNDS);
  const memory = await measureMemory(stage);
  say("Browsing ...");
  const browsing = await measureBrowsing(stage, undo, { rounds: QUICK ? 5 : 40, ticks: QUICK ? 10 : 50 });
  say("Growing ...");
  return [...writes, ...pages, await measureGrowth(stage, ROUNDS), ...browsing, memory];
}

async function giveUp(why: unknown): Promise<never> {
  say(String(why));
  await undoAll();
  process.exit(1);
}

for (const event of ["SIGINT", "SIGTERM", "unhandledRejection"] as const) process.once(event, giveUp);

try {
  const lines = await measureAll();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}\n`);
  console.log(tableOf(lines));
  process.exitCode = allHold(lines) ? 0 : 1;
} finally {
  await undoAll();
}
