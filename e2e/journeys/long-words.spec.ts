import type { Page } from "@playwright/test";
import { openProject, openWorkspace } from "@/lib/data/access";
import { addComment } from "@/lib/data/comments";
import { addLinkEvidence } from "@/lib/data/evidence";
import { correctImportDraft } from "@/lib/data/import-corrections";
import { createImportDraft } from "@/lib/data/import-drafts";
import { makeGateScene } from "@/prisma/factories/gate";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { makeMember } from "@/prisma/factories/workspace";
import { expect, openBrowser, test } from "../fixtures";
import { DESK, PHONE, sidewaysOf } from "../sideways";
import { mainPages } from "./main-pages";

// Every text as long as it may be and without a space, as the names of classes and addresses are: no page grows wider.

const word = (length: number) => `Kestrel.${"T".repeat(length - 8)}`;
const TITLE = word(500);

async function makeLongScene() {
  const scene = await makeGateScene(
    plan(
      [
        planPhase(TITLE, [], {
          key: "alpha",
          audience: TITLE,
          goals: [TITLE],
          scope: [TITLE],
          sections: [
            {
              title: TITLE,
              items: [
                planItem(TITLE, {
                  level: "MUST",
                  area: word(80),
                  details: TITLE,
                  acceptance: TITLE,
                  files: [TITLE],
                  subItems: [planItem(word(400)), planItem(word(300))],
                }),
              ],
            },
          ],
          criteria: [
            planCriterion("95% of tests pass", {
              comparator: ">=",
              target: 95,
              unit: word(80),
              window: word(100),
            }),
            planCriterion(TITLE),
          ],
          signOffRules: [{ name: word(120), minimum: 2 }],
          rollback: [TITLE],
          rollbackTriggers: [TITLE],
        }),
        planPhase(word(400), [planItem("Announce it")]),
      ],
      {
        title: TITLE,
        description: TITLE,
        environments: {
          columns: [word(120), "Production"],
          rows: [{ key: TITLE, values: [TITLE, "one"], mustDiffer: true }],
        },
        secrets: [
          { name: TITLE, variable: word(200), owner: word(200), rotationDays: 90, storage: word(200) },
        ],
        risks: [{ title: TITLE, severity: "HIGH", mitigation: TITLE, likelihood: "HIGH", impact: "HIGH" }],
      },
    ),
  );
  const { actor, secret } = await makeMember(scene.workspace.id, "ADMIN", word(120));
  const itemId = scene.itemId(TITLE);
  const work = await openProject(actor, { projectId: scene.projectId }, "item:work");
  await addComment(work, { itemId, body: TITLE });
  await addLinkEvidence(work, { itemId, url: `https://example.test/${word(400)}`, title: word(200) });
  await scene.measure(actor, 90);
  await scene.review(scene.ben);
  const { id: decisionId } = await scene.decide(actor, {
    outcome: "HOLD",
    reason: TITLE,
  });
  const drafts = openWorkspace(actor, "project:create");
  const { draftId } = await createImportDraft(drafts, {
    text: `# ${word(700)}\n\n## Phase 1: ${word(700)}\n\n- [ ] ${word(700)}\n\n## ${word(650)}\n\n- one\n`,
  });
  await correctImportDraft(drafts, {
    draftId,
    version: 1,
    correction: { kind: "phase", line: 7, isPhase: true },
  });
  return { ...scene, actor, secret, itemId, decisionId, draftId };
}

async function tooWide(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  await page.goto(path);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const px = await sidewaysOf(page);
    if (px > 0) found.push(`${path} at ${size.width} px: ${px} px to scroll sideways`);
  }
  return found;
}

test("no page scrolls sideways for a word that is wider than it", async ({ browser, faults }) => {
  const scene = await makeLongScene();
  const { page, context } = await openBrowser(browser, process.env.E2E_URL ?? "", scene.secret, faults);
  const project = `/projects/${scene.slug}`;
  const phase = `${project}/phases/alpha`;
  const found: string[] = [];
  for (const path of [...mainPages(scene), `${phase}/report`, `${project}/template`])
    found.push(...(await tooWide(page, path)));
  expect(found).toEqual([]);
  await context.close();
});
