import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject, openWorkspace } from "./access";
import { db } from "./client";
import { correctImportDraft, splitImportDraft } from "./import-corrections";
import {
  createImportDraft,
  createProjectFromDraft,
  getImportPreview,
  listImportDrafts,
} from "./import-drafts";
import { comparePlan } from "./plan-differences";

useTestDatabase();

const DOCUMENT = `# Customer portal

## Phase 1: Alpha

- [x] Rotate the keys (HIGH)
- [ ] Write the runbook

### Before we go on

- 95% of test cases passed

## Phase 2: Beta

- [ ] Invite customers
`;

const TWO =
  "# Report\n\n## 1. Data\n\n- [ ] Look\n\n# Plan\n\n## 1. Start\n\n- [ ] Begin\n\n## 2. End\n\n- [ ] Stop\n";

async function importer(text = DOCUMENT) {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "MANAGER", "Mara");
  const access = openWorkspace(actor, "project:create");
  const { draftId } = await createImportDraft(access, { text });
  const preview = () => getImportPreview(access, draftId);
  let version = 1;
  const correct = async (correction: Parameters<typeof correctImportDraft>[1]["correction"]) => {
    ({ version } = await correctImportDraft(access, { draftId, version, correction }));
  };
  return { access, actor, draftId, preview, correct };
}

it("keeps the reader's corrections, says them, and takes them back one by one", async () => {
  const { preview, correct } = await importer();
  const before = await preview();
  await correct({ kind: "phase", line: 12, isPhase: false });
  await correct({ kind: "list", line: 10, as: "criteria" });
  await correct({ kind: "level", word: "high", level: "COULD" });
  const after = await preview();
  expect(after).toMatchObject({ version: 4, counts: { phases: 2, criteria: 1 } });
  expect(after.phases.map(({ name }) => name)).toEqual(["Phase 1: Alpha", "General"]);
  expect(after.lines.find(({ line }) => line === 10)).toMatchObject({
    kind: "criterion",
    choices: { as: "criteria" },
  });
  expect(after.levels.find(({ word }) => word === "high")).toMatchObject({ count: 1, said: "COULD" });
  expect(after.effects).toHaveLength(3);
  for (const { takeBack } of after.effects) await correct(takeBack);
  expect(await preview()).toEqual({ ...before, version: 7 });
});

it("folds phases, and makes the project of what was corrected", async () => {
  const { access, actor, draftId, preview, correct } = await importer();
  const { suggestedFold } = await preview();
  expect(suggestedFold.map(({ into }) => into)).toEqual(["Alpha", "Beta"]);
  await correct({ kind: "fold", fold: suggestedFold.map(({ phase }) => ({ phase, into: "Alpha" })) });
  const { version, phases, lines } = await preview();
  expect(phases).toMatchObject([{ name: "Alpha", items: 3 }]);
  expect(lines.find(({ line }) => line === 12)).toMatchObject({ kind: "phase", choices: { into: "Alpha" } });
  await expect(
    createProjectFromDraft(access, { draftId, version: version - 1, name: "Portal" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  const { projectId } = await createProjectFromDraft(access, { draftId, version, name: "Portal" });
  const project = await db().project.findUniqueOrThrow({
    where: { id: projectId },
    include: { phases: true },
  });
  expect(project.phases.map(({ name }) => name)).toEqual(["Alpha"]);
  // The next version of the file is understood in the same way, so it differs in what it says otherwise alone.
  const open = await openProject(actor, { projectId }, "plan:edit");
  const newer = Buffer.from(`Intro.\n\n${DOCUMENT}- [ ] Call them\n`);
  expect((await comparePlan(open, newer, new Date())).changes).toHaveLength(1);
});

it("tells the second of two tabs, and takes the same again", async () => {
  const { access, draftId, preview } = await importer();
  const correction = { kind: "phase", line: 12, isPhase: false } as const;
  expect(await correctImportDraft(access, { draftId, version: 1, correction })).toEqual({ version: 2 });
  expect(await correctImportDraft(access, { draftId, version: 1, correction })).toEqual({ version: 2 });
  const other = { kind: "list", line: 10, as: "goals" } as const;
  await expect(correctImportDraft(access, { draftId, version: 1, correction: other })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("another tab"),
  });
  expect((await preview()).effects).toHaveLength(1);
  const race = await Promise.allSettled(
    (["goals", "scope", "text"] as const).map((as) =>
      correctImportDraft(access, { draftId, version: 2, correction: { kind: "list", line: 10, as } }),
    ),
  );
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

it("refuses corrections of what the document does not have", async () => {
  const { access, draftId } = await importer();
  for (const correction of [
    { kind: "phase", line: 900, isPhase: true },
    { kind: "phase", line: 5, isPhase: true },
    { kind: "list", line: 6, as: "goals" },
    { kind: "level", word: "urgent", level: "MUST" },
    { kind: "fold", fold: [{ phase: "Phase 9", into: "Alpha" }] },
    { kind: "document", line: 1 },
  ] as const)
    await expect(
      correctImportDraft(access, {
        draftId,
        version: 1,
        correction: correction.kind === "fold" ? { kind: "fold", fold: [...correction.fold] } : correction,
      }),
    ).rejects.toMatchObject({ code: "INVALID" });
  await expect(splitImportDraft(access, { draftId, version: 1 })).rejects.toMatchObject({ code: "INVALID" });
});

it("reads one document of a file, or makes a draft of each", async () => {
  const { access, draftId, preview, correct } = await importer(TWO);
  expect((await preview()).documents.map(({ title }) => title)).toEqual(["Report", "Plan"]);
  await correct({ kind: "document", line: 7 });
  expect(await preview()).toMatchObject({ document: 7, counts: { items: 2 } });
  await expect(splitImportDraft(access, { draftId, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  const { drafts } = await splitImportDraft(access, { draftId, version: 2 });
  expect(drafts.map(({ name }) => name)).toEqual(["Report", "Plan"]);
  expect(await preview()).toMatchObject({ document: 1, name: "Report", counts: { items: 1 } });
  const [, second] = drafts;
  expect(await getImportPreview(access, second?.draftId ?? "")).toMatchObject({
    document: 7,
    counts: { items: 2 },
  });
  expect(await listImportDrafts(access)).toHaveLength(2);
});

it("lets nobody else correct or split a draft", async () => {
  const { access, draftId } = await importer(TWO);
  const colleague = openWorkspace(
    (await makeMember(access.workspaceId, "ADMIN", "Ada")).actor,
    "project:create",
  );
  for (const other of [colleague, (await importer()).access]) {
    const correction = { kind: "everything" } as const;
    await expect(correctImportDraft(other, { draftId, version: 1, correction })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(splitImportDraft(other, { draftId, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }
});
