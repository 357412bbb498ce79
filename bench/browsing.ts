import type { Browser } from "@playwright/test";
import { firstLoad, freshContext, openChromium, type Shown, tickToOther, timeToRows } from "./browser";
import { median, sampleEach } from "./measure";
import type { Stage, Undo } from "./stage";
import { milliseconds } from "./subjects";
import type { Line } from "./table";

async function measureFirstLoad(browser: Browser, ours: Shown, bare: Shown): Promise<Line> {
  const [value, floor] = [await firstLoad(browser, ours), await firstLoad(browser, bare)];
  return {
    action: "first load of the project page on the wire, HTML, JS and CSS",
    figures: `bare Next ${floor.toFixed(0)} KB, Phasegate ${value.toFixed(0)} KB`,
    value,
    unit: " KB",
    must: 207,
    aim: 159,
    wants: "less",
  };
}

/** Only the load counts: opening and closing a browser's context takes as long as bare Next's page. */
async function measureCold(browser: Browser, ours: Shown, bare: Shown, rounds: number): Promise<Line> {
  const times = await sampleEach({ bare, ours }, rounds, 1, (shown) => timeToRows(browser, shown));
  return {
    action: "40 items visible, cold cache, against bare Next",
    figures: `bare Next ${milliseconds(times.bare)}, Phasegate ${milliseconds(times.ours)}`,
    value: median(times.ours) / median(times.bare),
    unit: "x",
    must: 1.5,
    aim: 1.1,
    wants: "less",
  };
}

async function measureLive(browser: Browser, ours: Shown, ticks: number): Promise<Line> {
  const open = async () => {
    const page = await (await freshContext(browser, ours)).newPage();
    await page.goto(ours.url);
    await page.locator("[data-connection=live]").waitFor();
    return page;
  };
  const [writer, reader] = [await open(), await open()];
  const seen = await tickToOther(writer, reader, ticks);
  return {
    action: `another browser sees a tick, median of ${ticks}`,
    figures: `${milliseconds(seen)} from the click`,
    value: median(seen),
    unit: " ms",
    must: 300,
    aim: 100,
    wants: "less",
  };
}

/** What people see, in a real Chromium. */
export async function measureBrowsing(
  { product, bare, floor, workspace }: Stage,
  undo: Undo,
  { rounds, ticks }: { rounds: number; ticks: number },
): Promise<Line[]> {
  const browser = await openChromium();
  undo(() => browser.close());
  const ours: Shown = {
    url: `${product.url}/projects/${workspace.slugs[0]}/phases/phase-0`,
    secret: workspace.secret,
    row: "input.tick",
  };
  const theirs: Shown = { url: `${bare.url}/phases/${floor.phaseIds[0]}`, secret: null, row: "li" };
  return [
    await measureFirstLoad(browser, ours, theirs),
    await measureCold(browser, ours, theirs, rounds),
    await measureLive(browser, ours, ticks),
  ];
}
