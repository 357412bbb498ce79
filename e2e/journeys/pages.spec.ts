import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openProject, openWorkspace } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { addComment } from "@/lib/data/comments";
import { addLinkEvidence } from "@/lib/data/evidence";
import { createImportDraft } from "@/lib/data/import-drafts";
import { addRisk } from "@/lib/data/risks";
import { gatePlan, makeGateScene } from "@/prisma/factories/gate";
import { makeProject, plan, planPhase } from "@/prisma/factories/project";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { expect, openBrowser, test } from "../fixtures";
import { DESK, PHONE, sidewaysOf } from "../sideways";
import { mainPages } from "./main-pages";

// Every main page, empty and full, in the light and in the dark, on a desk and on a phone: nothing that axe objects to,
// and nothing to scroll sideways.

/** The reference on /docs/api is drawn by Swagger UI; above it stands our own table of the same operations. */
const THIRD_PARTY = ".swagger-ui";
const PLAN = readFileSync("e2e/plans/transition-plan.md", "utf8");

/** Colours are looked at in both themes; the narrow layout, which is the same page, in one. */
async function check(page: Page, theme: "light" | "dark", path: string): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize(DESK);
  const response = await page.goto(path);
  if (response?.status() !== 200) found.push(`${path}: status ${response?.status()}`);
  for (const [device, size] of [
    ["desk", DESK],
    ["phone", PHONE],
  ] as const) {
    await page.setViewportSize(size);
    const overflow = await sidewaysOf(page);
    if (overflow > 0) found.push(`${path} on a ${device}: ${overflow} px to scroll sideways`);
    if (device === "phone" && theme === "dark") continue;
    const { violations } = await new AxeBuilder({ page }).exclude(THIRD_PARTY).setLegacyMode().analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) =>
          `${path} on a ${device}: ${id}, ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
      ),
    );
  }
  return found;
}

/** A project with something of everything: a decision, a review, a stale signature, a risk, evidence, comments. */
async function makeFullScene() {
  const scene = await makeGateScene({
    ...gatePlan(),
    environments: {
      columns: ["Staging", "Production"],
      rows: [{ key: "Database", values: ["one", "two, replicated over two sites with a very long name"] }],
    },
    secrets: [
      {
        name: "Signing key",
        variable: "SIGNING_KEY_OF_THE_MESSAGE_SERVICE_IN_PRODUCTION",
        owner: "Ben",
        rotationDays: 90,
        storage: "vault",
      },
    ],
  });
  const { ana, mara, ben, chidi, projectId } = scene;
  await scene.makeReady();
  await scene.review(ben);
  await scene.decide(mara, { outcome: "GO", reason: "Quiet nights." });
  const work = await openProject(chidi, { projectId }, "item:work");
  const itemId = scene.itemId("Rotate the keys");
  await addComment(work, {
    itemId,
    body: "See `runbook.md`.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |",
  });
  await addLinkEvidence(work, {
    itemId,
    url: "https://example.test/a/very/long/address/of/a/report",
    title: "Report",
  });
  await addRisk(await openProject(ana, { projectId }, "plan:edit"), {
    title: "The line to the harbour breaks",
    likelihood: "MEDIUM",
    impact: "HIGH",
    state: "OPEN",
    mitigation: "A second line",
  });
  await scene.measure(chidi, 88);
  const decision = await db().decision.findFirstOrThrow({ where: { projectId } });
  return { ...scene, decisionId: decision.id };
}

for (const theme of ["light", "dark"] as const) {
  test(`pages that are full, ${theme}`, async ({ browser, faults }) => {
    test.setTimeout(180_000);
    const scene = await makeFullScene();
    const { actor, secret } = await makeMember(scene.workspace.id, "ADMIN", "Olga");
    const { draftId } = await createImportDraft(openWorkspace(actor, "project:create"), { text: PLAN });
    const url = process.env.E2E_URL ?? "";
    const { page, context } = await openBrowser(browser, url, secret, faults);
    await context.addCookies([{ name: "theme", value: theme, url }]);
    const project = `/projects/${scene.slug}`;
    const phase = `${project}/phases/alpha`;
    const found: string[] = [];
    const itemId = scene.itemId("Rotate the keys");
    for (const path of [
      ...mainPages({ ...scene, itemId, draftId }),
      `${phase}?q=keys&level=must&state=settled`,
      `${project}/phases/beta/gate`,
      `${project}/environments?edit=1`,
      `${project}/secrets?edit=1`,
      `${project}/risks?edit=1`,
      "/tokens",
    ])
      found.push(...(await check(page, theme, path)));
    expect(found).toEqual([]);
    await context.close();
  });

  test(`pages that are empty, and those in front of the door, ${theme}`, async ({ browser, faults }) => {
    test.setTimeout(180_000);
    const workspace = await makeWorkspace();
    const { actor, secret } = await makeMember(workspace.id, "ADMIN", "Olga");
    const url = process.env.E2E_URL ?? "";
    const { page, context } = await openBrowser(browser, url, secret, faults);
    await context.addCookies([{ name: "theme", value: theme, url }]);
    const found: string[] = [];
    for (const path of [
      "/",
      "/audit",
      "/my-work",
      "/tokens",
      "/projects/new",
      "/projects/archived",
      "/docs/api",
    ])
      found.push(...(await check(page, theme, path)));
    const { slug } = await makeProject(actor, plan([planPhase("Alpha")]));
    found.push(
      ...(await check(page, theme, `/projects/${slug}`)),
      ...(await check(page, theme, `/projects/${slug}/environments`)),
      ...(await check(page, theme, `/projects/${slug}/secrets`)),
      ...(await check(page, theme, `/projects/${slug}/risks`)),
      ...(await check(page, theme, `/projects/${slug}/criteria`)),
      ...(await check(page, theme, `/projects/${slug}/areas`)),
    );
    const { draftId } = await createImportDraft(openWorkspace(actor, "project:create"), {
      text: "# Only a title",
    });
    found.push(...(await check(page, theme, `/import/${draftId}`)));
    await context.clearCookies({ name: "next-auth.session-token" });
    for (const path of ["/setup", "/invite/none"]) found.push(...(await check(page, theme, path)));
    expect(found).toEqual([]);
    await context.close();
  });
}
