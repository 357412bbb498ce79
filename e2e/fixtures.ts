import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { Actor } from "@/lib/data/actor";
import { disconnect } from "@/lib/data/client";
import type { Role } from "@/lib/domain/words";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { dropDatabase, makeDatabase, serveProduct } from "./own-product";

/** Somebody at a browser of their own. */
export interface Person {
  actor: Actor;
  page: Page;
  context: BrowserContext;
  /** the opaque secret of the session cookie */
  secret: string;
}

interface Fixtures {
  workspaceId: string;
  /** a member of this test's workspace, signed in, at a browser of their own */
  person: (name: string, role: Role, server?: string) => Promise<Person>;
  /** what a browser must not say: console errors and failed requests of every page of this test */
  faults: string[];
  /** the product as nobody has set it up yet: a process of its own on an empty database */
  emptyProduct: { url: string; databaseUrl: string };
  /** a browser in which nobody is signed in */
  stranger: (server?: string) => Promise<{ page: Page; context: BrowserContext }>;
}

const COOKIE = "next-auth.session-token";

/** What Chromium says of a refused or impossible request; the test that provokes one looks at the page instead. */
const EXPECTED =
  /Failed to load resource: (the server responded with a status of (4\d\d|503)|net::ERR_[A-Z_]+)/;

export async function openBrowser(
  browser: Browser,
  server: string,
  secret: string | null,
  faults: string[],
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: server });
  if (secret)
    await context.addCookies([{ name: COOKIE, value: secret, url: server, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return { page, context };
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(process.env.E2E_URL);
  },
  workspaceId: async ({}, use) => {
    await use((await makeWorkspace()).id);
  },
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults).toEqual([]);
  },
  emptyProduct: async ({}, use, { workerIndex }) => {
    const server = process.env.DATABASE_URL ?? "";
    const name = `phasegate_e2e_empty_${workerIndex}`;
    const databaseUrl = await makeDatabase(server, name);
    const product = await serveProduct(databaseUrl);
    await use({ url: product.url, databaseUrl });
    await product.stop();
    await dropDatabase(server, name);
  },
  stranger: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (server = process.env.E2E_URL ?? "") => {
      const opened = await openBrowser(browser, server, null, faults);
      contexts.push(opened.context);
      return opened;
    });
    for (const context of contexts) await context.close();
  },
  person: async ({ browser, workspaceId, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, role, server = process.env.E2E_URL ?? "") => {
      const { actor, secret } = await makeMember(workspaceId, role, name);
      const opened = await openBrowser(browser, server, secret, faults);
      contexts.push(opened.context);
      return { actor, secret, ...opened };
    });
    for (const context of contexts) await context.close();
  },
});

test.afterAll(() => disconnect());

export { expect };
