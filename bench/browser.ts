import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { SESSION_COOKIES } from "@/lib/auth/session-cookies";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(existsSync(DEBIAN_CHROMIUM) ? { executablePath: DEBIAN_CHROMIUM } : {}),
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });

/** A page of an application, and what shows that one of its rows is there. */
export interface Shown {
  url: string;
  /** the session's secret; null where nobody signs in */
  secret: string | null;
  row: string;
}

/** A browser that has cached nothing, signed in where a secret is given; the sign-in page then knows its zone. */
export async function freshContext(
  browser: Browser,
  { url, secret }: Pick<Shown, "url" | "secret">,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const site = { domain: new URL(url).hostname, path: "/", sameSite: "Lax" as const };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (secret)
    await context.addCookies([
      { name: SESSION_COOKIES[0], value: secret, ...site, httpOnly: true },
      { name: "tz", value: encodeURIComponent(zone), ...site },
    ]);
  return context;
}

/** Milliseconds until the 40th row can be seen, with nothing cached. */
export async function timeToRows(browser: Browser, shown: Shown): Promise<number> {
  const context = await freshContext(browser, shown);
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(shown.url, { waitUntil: "commit" });
  await page.locator(shown.row).nth(39).waitFor({ state: "visible" });
  const taken = performance.now() - start;
  await context.close();
  return taken;
}

/** Kilobytes on the wire of a page's first load: HTML, styles and scripts; fonts and pictures apart. */
export async function firstLoad(browser: Browser, shown: Shown): Promise<number> {
  const context = await freshContext(browser, shown);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    // Fetch: what the router asks of the server is the page too.
    if (["Document", "Stylesheet", "Script", "Fetch"].includes(kinds.get(requestId) ?? ""))
      bytes += encodedDataLength;
  });
  await page.goto(shown.url, { waitUntil: "load" });
  await page.locator(shown.row).nth(39).waitFor({ state: "visible" });
  // What the page fetches by itself right after loading belongs to its first load too.
  await page.waitForTimeout(1_000);
  await context.close();
  return bytes / 1024;
}

/** Milliseconds from one browser's click to another one's box showing it, for each of `ticks` ticks. */
export async function tickToOther(writer: Page, reader: Page, ticks: number): Promise<number[]> {
  const boxes = writer.locator("input.tick");
  const samples: number[] = [];
  for (let turn = 0; turn < ticks; turn += 1) {
    const box = boxes.nth(turn % 30);
    const wanted = {
      row: await box.evaluate((element) => element.closest("li")?.id ?? ""),
      checked: !(await box.isChecked()),
    };
    const start = performance.now();
    const seen = reader.waitForFunction(
      ({ row, checked }) =>
        document.getElementById(row)?.querySelector<HTMLInputElement>("input.tick")?.checked === checked,
      wanted,
      { polling: 5 },
    );
    await Promise.all([seen, box.click()]);
    samples.push(performance.now() - start);
    await writer.waitForTimeout(150);
  }
  return samples;
}
