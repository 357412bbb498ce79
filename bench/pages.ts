import { fillProduct, ITEMS, PROJECTS, type Workspace } from "./data";
import { ask, median, type Subject, timeEach } from "./measure";
import { peakMemory } from "./servers";
import { type Stage, settled } from "./stage";
import { cookieOf, expectText, milliseconds, pick } from "./subjects";
import type { Line } from "./table";

const PER_ROUND = 20;

const portfolioOf =
  ({ product }: Stage, workspace: Workspace): Subject =>
  async () =>
    expectText(await ask(`${product.url}/`, { headers: cookieOf(workspace) }), "Project ", PROJECTS);

/** Whole pages of HTML, as a browser asks for them first. */
export async function measurePages(stage: Stage, rounds: number): Promise<Line[]> {
  const { bare, product, floor, workspace } = stage;
  const headers = cookieOf(workspace);
  const times = await timeEach(
    {
      barePhase: async (turn) =>
        expectText(await ask(`${bare.url}/phases/${pick(floor.phaseIds, turn)}`), "<li", ITEMS),
      ourPhase: async (turn) => {
        const url = `${product.url}/projects/${pick(workspace.slugs, turn)}/phases/phase-0`;
        expectText(await ask(url, { headers }), 'type="checkbox"', ITEMS);
      },
      barePortfolio: async () => expectText(await ask(`${bare.url}/portfolio`), "<li", PROJECTS),
      ourPortfolio: portfolioOf(stage, workspace),
    },
    rounds,
    PER_ROUND,
  );
  return [
    {
      action: `phase page, whole HTML, p50, against a bare Next page of ${ITEMS} rows`,
      figures: `bare Next ${milliseconds(times.barePhase)}, Phasegate ${milliseconds(times.ourPhase)}`,
      value: median(times.ourPhase) / median(times.barePhase),
      unit: "x",
      must: 1.5,
      aim: 1.0,
      wants: "less",
    },
    {
      action: `portfolio of ${PROJECTS} with scores, p50, against a bare Next page with one group by`,
      figures: `bare Next ${milliseconds(times.barePortfolio)}, Phasegate ${milliseconds(times.ourPortfolio)}`,
      value: median(times.ourPortfolio) / median(times.barePortfolio),
      unit: "x",
      must: 1.0,
      aim: 0.75,
      wants: "less",
    },
  ];
}

/** Read after the writes and the pages, before anything the bare application has no part in. */
export async function measureMemory({ product, bare }: Stage): Promise<Line> {
  const [ours, theirs] = await Promise.all([peakMemory(product.pid), peakMemory(bare.pid)]);
  return {
    action: "peak memory after the load, against bare Next",
    figures: `bare Next ${theirs.toFixed(0)} MB, Phasegate ${ours.toFixed(0)} MB`,
    value: ours / theirs,
    unit: "x",
    must: 1.5,
    aim: 1.15,
    wants: "less",
  };
}

/** The portfolio of a second workspace with ten times the items; last of all, because the bare one has no such rows. */
export async function measureGrowth(stage: Stage, rounds: number): Promise<Line> {
  const large = await fillProduct(stage.client, ITEMS * 10);
  await stage.client.query("VACUUM ANALYZE");
  await settled(stage.client);
  const subjects = { small: portfolioOf(stage, stage.workspace), large: portfolioOf(stage, large) };
  const times = await timeEach(subjects, rounds, PER_ROUND);
  return {
    action: "portfolio at ten times the items, p50, against itself",
    figures: `${milliseconds(times.small)} and ${milliseconds(times.large)}`,
    value: median(times.large) / median(times.small),
    unit: "x",
    must: 1.5,
    aim: 1.2,
    wants: "less",
  };
}
