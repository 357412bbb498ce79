import { ask, median, rateEach, type Subject, timeEach } from "./measure";
import type { Stage } from "./stage";
import { cookieOf, expectText, milliseconds, pick } from "./subjects";
import type { Line } from "./table";

const STATES = ["DONE", "OPEN"] as const;
const JSON_TYPE = { "content-type": "application/json" };
const IN_FLIGHT = 20;

/** A durable transaction of four statements, straight through the driver. */
const barePostgres =
  ({ pool, floor }: Stage): Subject =>
  async (turn) => {
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

/** The same behind a route handler of Next. */
const bareNext =
  ({ bare, floor }: Stage): Subject =>
  async (turn) => {
    const id = pick(floor.itemIds, turn);
    const body = JSON.stringify({ state: pick(STATES, turn) });
    expectText(await ask(`${bare.url}/items/${id}`, { method: "PATCH", headers: JSON_TYPE, body }), id, 1);
  };

/** What the checklist sends. Every visit wishes the other state, so that every write is one. */
function phasegate({ product, workspace }: Stage): Subject {
  const headers = { ...JSON_TYPE, ...cookieOf(workspace), "sec-fetch-site": "same-origin" };
  let visits = 0;
  return async () => {
    const visit = visits++;
    const id = pick(workspace.itemIds, visit);
    const body = JSON.stringify({ state: STATES[Math.floor(visit / workspace.itemIds.length) % 2] });
    const answer = await ask(`${product.url}/api/v1/items/${id}`, { method: "PATCH", headers, body });
    expectText(answer, '"changed":true', 1);
  };
}

/** One item's state: how long a person waits, and how many can tick at once. */
export async function measureWrites(stage: Stage, rounds: { timed: number; rated: number }): Promise<Line[]> {
  const subjects = { pg: barePostgres(stage), next: bareNext(stage), ours: phasegate(stage) };
  const times = await timeEach(subjects, rounds.timed, 50);
  const rates = await rateEach(subjects, rounds.rated, 1_000, IN_FLIGHT);
  const perSecond = (samples: number[]) => `${median(samples).toFixed(0)}/s`;
  return [
    {
      action: "write one item's state, p50, against a bare Next handler",
      figures: `bare pg ${milliseconds(times.pg)}, bare Next ${milliseconds(times.next)}, Phasegate ${milliseconds(times.ours)}`,
      value: median(times.ours) / median(times.next),
      unit: "x",
      must: 1.25,
      aim: 0.9,
      wants: "less",
    },
    {
      action: `the same with ${IN_FLIGHT} in flight, throughput against bare PostgreSQL`,
      figures: `bare pg ${perSecond(rates.pg)}, bare Next ${perSecond(rates.next)}, Phasegate ${perSecond(rates.ours)}`,
      value: (100 * median(rates.ours)) / median(rates.pg),
      unit: "%",
      must: 12,
      aim: 18,
      wants: "more",
    },
  ];
}
