import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { SESSION_COOKIES } from "@/lib/auth/session-cookies";
import { openDataDirectory } from "@/lib/ops/data-directory";
import { startEmbeddedPostgres } from "@/lib/ops/embedded-postgres";
import { migrate } from "@/lib/ops/migrate";
import { productRoot } from "@/lib/ops/product-root";
import { openSecrets } from "@/lib/ops/secrets";
import { firstLoad, freshContext, openChromium, tickToOther, timeToRows } from "./browser";
import { fillFloor, fillProduct, ITEMS, PROJECTS, type Workspace } from "./data";
import { ask, median, rateEach, timeEach } from "./measure";
import { build, peakMemory, serve } from "./servers";
import { allHold, type Line, tableOf } from "./table";

// `npm run bench`: one run, on a database of its own that is removed afterwards. A full run takes some minutes.

const QUICK = process.argv.includes("--quick");
const ROUNDS = QUICK ? 5 : 20;
const STATES = ["DONE", "OPEN"] as const;

const say = (text: string) => console.error(text);
const pick = <T>(list: readonly T[], turn: number): T => {
  const entry = list[(turn * 7919) % list.length];
  if (entry === undefined) throw new Error("an empty list has nothing to pick");
  return entry;
};
const ms = (samples: number[]) => `${median(samples).toFixed(2)} ms`;

async function startDatabase() {
  const data = await openDataDirectory(await mkdtemp(join(tmpdir(), "phasegate-bench-")));
  // Durable, as in production: a commit that is not on the disk would flatter every write.
  const server = await startEmbeddedPostgres(data, await openSecrets(data.secrets));
  await migrate(server.url);
  const stop = async () => {
    await server.stop();
    await rm(data.path, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

const expectText = (text: string, part: string, count: number) => {
  const found = text.split(part).length - 1;
  if (found < count) throw new Error(`expected ${count} of "${part}" in the answer, found ${found}`);
};

async function main(): Promise<boolean> {
  say("Building ...");
  const floorFolder = join(productRoot, "bench/floor");
  await build(productRoot);
  await build(floorFolder);
  const database = await startDatabase();
  const client = new pg.Client(database.url);
  await client.connect();
  const pool = new pg.Pool({ connectionString: database.url, max: 20 });
  const secret = "only for a benchmark on this machine, for one run";
  say("Filling ...");
  const floor = await fillFloor(client);
  const small = await fillProduct(client, ITEMS);
  const large = await fillProduct(client, ITEMS * 10);
  await client.query("ANALYZE");
  const env = {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: secret,
    LOG_LEVEL: "error",
    DATABASE_POOL: "20",
  };
  const product = await serve(productRoot, env, "/api/health");
  const bare = await serve(floorFolder, env, "/portfolio");
  const lines: Line[] = [];
  const cookie = ({ secret }: Workspace) => ({ cookie: `${SESSION_COOKIES[0]}=${secret}` });

  const bareWrite = async (turn: number) => {
    const connection = await pool.connect();
    try {
      await connection.query("BEGIN");
      const values = [pick(floor.itemIds, turn), pick(STATES, turn)];
      const { rowCount } = await connection.query({
        name: "set",
        text: "UPDATE floor.item SET state = $2 WHERE id = $1",
        values,
      });
      if (rowCount !== 1) throw new Error("the bare write changed no row");
      await connection.query({
        name: "event",
        text: "INSERT INTO floor.event (item_id, state, at) VALUES ($1, $2, now())",
        values,
      });
      await connection.query("COMMIT");
    } finally {
      connection.release();
    }
  };
  const json = { "content-type": "application/json" };
  const nextWrite = async (turn: number) => {
    const body = JSON.stringify({ state: pick(STATES, turn) });
    const id = pick(floor.itemIds, turn);
    expectText(await ask(`${bare.url}/items/${id}`, { method: "PATCH", headers: json, body }), id, 1);
  };
  // Each item is visited in turn and each visit wishes the other state, so that every write is one.
  let visits = 0;
  const ourWrite = async () => {
    const visit = visits++;
    const id = small.itemIds[visit % small.itemIds.length] ?? "";
    const state = STATES[Math.floor(visit / small.itemIds.length) % 2];
    const headers = { ...json, ...cookie(small), "sec-fetch-site": "same-origin" };
    const answer = await ask(`${product.url}/api/v1/items/${id}`, {
      method: "PATCH",
      headers,
      body: JSON.stringify({ state }),
    });
    expectText(answer, '"changed":true', 1);
  };

  say("Writing, one at a time ...");
  const writes = await timeEach({ bareWrite, nextWrite, ourWrite }, ROUNDS, 50);
  lines.push({
    action: "write one item's state, p50, against a bare Next handler",
    figures: `bare pg ${ms(writes.bareWrite)}, bare Next ${ms(writes.nextWrite)}, Phasegate ${ms(writes.ourWrite)}`,
    value: median(writes.ourWrite) / median(writes.nextWrite),
    unit: "x",
    must: 1.25,
    aim: 0.9,
    wants: "less",
  });

  say("Writing, 20 in flight ...");
  const rates = await rateEach({ bareWrite, nextWrite, ourWrite }, QUICK ? 2 : 5, 1_000, 20);
  const perSecond = (samples: number[]) => `${median(samples).toFixed(0)}/s`;
  lines.push({
    action: "same, throughput at 20 in flight, against bare PostgreSQL",
    figures: `bare pg ${perSecond(rates.bareWrite)}, bare Next ${perSecond(rates.nextWrite)}, Phasegate ${perSecond(rates.ourWrite)}`,
    value: (100 * median(rates.ourWrite)) / median(rates.bareWrite),
    unit: "%",
    must: 12,
    aim: 18,
    wants: "more",
  });

  // The refresher settles for a second after the last write; reading begins on what a quiet minute looks like.
  await new Promise((resolve) => setTimeout(resolve, 5_000));

  say("Reading pages ...");
  const pages = await timeEach(
    {
      bareList: async (turn) =>
        expectText(await ask(`${bare.url}/phases/${pick(floor.phaseIds, turn)}`), "<li", ITEMS),
      ourPhase: async (turn) =>
        expectText(
          await ask(`${product.url}/projects/${pick(small.slugs, turn)}/phases/phase-0`, {
            headers: cookie(small),
          }),
          "Requirement ",
          ITEMS,
        ),
      barePortfolio: async () => expectText(await ask(`${bare.url}/portfolio`), "<li", PROJECTS),
      ourPortfolio: async () =>
        expectText(await ask(`${product.url}/projects`, { headers: cookie(small) }), "Project ", PROJECTS),
      ourLargePortfolio: async () =>
        expectText(await ask(`${product.url}/projects`, { headers: cookie(large) }), "Project ", PROJECTS),
    },
    ROUNDS,
    20,
  );
  lines.push(
    {
      action: "phase page, full HTML, p50, against a bare Next page of 40 rows",
      figures: `bare Next ${ms(pages.bareList)}, Phasegate ${ms(pages.ourPhase)}`,
      value: median(pages.ourPhase) / median(pages.bareList),
      unit: "x",
      must: 1.5,
      aim: 1.0,
      wants: "less",
    },
    {
      action: "portfolio of 50 with scores, p50, against a bare Next page with one group by",
      figures: `bare Next ${ms(pages.barePortfolio)}, Phasegate ${ms(pages.ourPortfolio)}`,
      value: median(pages.ourPortfolio) / median(pages.barePortfolio),
      unit: "x",
      must: 1.0,
      aim: 0.75,
      wants: "less",
    },
    {
      action: "portfolio at ten times the items, against itself",
      figures: `Phasegate ${ms(pages.ourLargePortfolio)}`,
      value: median(pages.ourLargePortfolio) / median(pages.ourPortfolio),
      unit: "x",
      must: 1.5,
      aim: 1.2,
      wants: "less",
    },
  );

  const [ourPeak, barePeak] = [await peakMemory(product.pid), await peakMemory(bare.pid)];
  lines.push({
    action: "peak memory after the load, against bare Next",
    figures: `bare Next ${barePeak.toFixed(0)} MB, Phasegate ${ourPeak.toFixed(0)} MB`,
    value: ourPeak / barePeak,
    unit: "x",
    must: 1.5,
    aim: 1.15,
    wants: "less",
  });

  say("Browsing ...");
  const browser = await openChromium();
  const phasePage = `${product.url}/projects/${small.slugs[0]}/phases/phase-0`;
  const barePage = `${bare.url}/phases/${floor.phaseIds[0]}`;
  const first = await firstLoad(browser, phasePage, small.secret);
  const bareFirst = await firstLoad(browser, barePage, null);
  lines.push({
    action: "first load of the project page on the wire",
    figures: `bare Next ${bareFirst.toFixed(0)} KB, Phasegate ${first.toFixed(0)} KB; fonts apart`,
    value: first,
    unit: " KB",
    must: 207,
    aim: 159,
    wants: "less",
  });
  const cold = await timeEach(
    {
      bare: async () => void (await timeToRows(browser, barePage, null, "li")),
      ours: async () => void (await timeToRows(browser, phasePage, small.secret, "input[type=checkbox]")),
    },
    QUICK ? 3 : 10,
    1,
  );
  lines.push({
    action: "40 items visible, cold cache, against bare Next",
    figures: `bare Next ${ms(cold.bare)}, Phasegate ${ms(cold.ours)}`,
    value: median(cold.ours) / median(cold.bare),
    unit: "x",
    must: 1.5,
    aim: 1.1,
    wants: "less",
  });
  const contexts = [
    await freshContext(browser, product.url, small.secret),
    await freshContext(browser, product.url, small.secret),
  ];
  const [writer, reader] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!writer || !reader) throw new Error("two pages are needed");
  for (const page of [writer, reader]) {
    await page.goto(phasePage);
    await page.locator("[data-connection=live]").waitFor();
  }
  const seen = await tickToOther(writer, reader, QUICK ? 10 : 50);
  lines.push({
    action: "another browser sees a tick, median",
    figures: `${ms(seen)} from the click`,
    value: median(seen),
    unit: " ms",
    must: 300,
    aim: 100,
    wants: "less",
  });
  await browser.close();
  await Promise.all([product.stop(), bare.stop(), pool.end(), client.end()]);
  await database.stop();
  console.log(tableOf(lines));
  return allHold(lines);
}

process.exitCode = (await main()) ? 0 : 1;
