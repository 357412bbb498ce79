import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openWorkspace } from "./access";
import { db } from "./client";
import {
  createImportDraft,
  createProjectFromDraft,
  discardImportDraft,
  getImportPreview,
  importMarkdown,
  listImportDrafts,
} from "./import-drafts";

useTestDatabase();

const DOCUMENT = `# Customer portal

## Phase 1: Alpha

- [x] Rotate the keys
- [ ] Write the runbook

### Success criteria

- 95% of test cases passed

## Phase 2: Beta

- [ ] Invite customers
`;

async function importer() {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "MANAGER", "Mara");
  return openWorkspace(actor, "project:create");
}

it("previews line by line, creates nothing, then creates once", async () => {
  const access = await importer();
  const { draftId } = await createImportDraft(access, { text: DOCUMENT });
  const preview = await getImportPreview(access, draftId);
  expect(preview).toMatchObject({
    name: "Customer portal",
    counts: { phases: 2, items: 3, ticked: 1, criteria: 1 },
    linesPage: { page: 1, pages: 1, from: 1, until: 14 },
  });
  expect(preview.lines.find((line) => line.line === 3)).toMatchObject({
    kind: "phase",
    choices: { canBePhase: true },
  });
  expect(await db().project.count({ where: { workspaceId: access.workspaceId } })).toBe(0);
  expect(await listImportDrafts(access)).toMatchObject([{ draftId, name: "Customer portal" }]);
  const { projectId, slug } = await createProjectFromDraft(access, { draftId, version: 1, name: "Portal" });
  expect(slug).toBe("portal");
  const project = await db().project.findUniqueOrThrow({
    where: { id: projectId },
    include: { items: true },
  });
  expect(project).toMatchObject({ name: "Portal", source: DOCUMENT });
  expect(project.items.filter((item) => item.state === "DONE")).toHaveLength(1);
  expect(await listImportDrafts(access)).toEqual([]);
  await expect(createProjectFromDraft(access, { draftId, version: 1, name: "Portal" })).rejects.toMatchObject(
    {
      code: "CONFLICT",
    },
  );
});

it("lets one of two creations at once win", async () => {
  const access = await importer();
  const { draftId } = await createImportDraft(access, { text: DOCUMENT });
  const input = { draftId, version: 1, name: "Portal" };
  const answers = await Promise.allSettled([1, 2, 3].map(() => createProjectFromDraft(access, input)));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  expect(await db().project.count({ where: { workspaceId: access.workspaceId } })).toBe(1);
});

it("says what is wrong with an empty, binary or huge document", async () => {
  const access = await importer();
  const refused = async (input: Parameters<typeof createImportDraft>[1], code: string) =>
    expect(createImportDraft(access, input)).rejects.toMatchObject({ code });
  await refused({ text: "  \n " }, "INVALID");
  await refused(
    { file: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]).toString("base64") },
    "INVALID",
  );
  await refused({ text: "- [ ] item\n".repeat(200_000) }, "TOO_LARGE");
  expect(await db().importDraft.count({ where: { workspaceId: access.workspaceId } })).toBe(0);
});

it("imports without a preview, from bytes or text", async () => {
  const access = await importer();
  const made = await importMarkdown(access, { name: null, content: Buffer.from(DOCUMENT) });
  expect(made.slug).toBe("customer-portal");
  // An empty name is a form's or a pipeline's way to leave it out.
  for (const name of ["", " "]) {
    const { projectId } = await importMarkdown(access, { name, content: DOCUMENT });
    const project = await db().project.findUniqueOrThrow({ where: { id: projectId } });
    expect(project.name).toBe("Customer portal");
  }
  const named = await importMarkdown(access, { name: "Shop", content: DOCUMENT });
  expect(named.slug).toBe("shop");
  expect(await db().phase.count({ where: { projectId: named.projectId } })).toBe(2);
});

it("shows a draft to nobody else, and keeps twenty for each person", async () => {
  const access = await importer();
  const { draftId } = await createImportDraft(access, { text: DOCUMENT });
  const colleague = openWorkspace(
    (await makeMember(access.workspaceId, "ADMIN", "Ada")).actor,
    "project:create",
  );
  for (const other of [colleague, await importer()]) {
    await expect(getImportPreview(other, draftId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await discardImportDraft(other, { draftId });
  }
  await expect(getImportPreview(access, "not an id")).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (let count = 0; count < 20; count++) await createImportDraft(access, { text: `- [ ] item ${count}` });
  expect(await listImportDrafts(access)).toHaveLength(20);
  await expect(getImportPreview(access, draftId)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("throws a draft away, once or twice", async () => {
  const access = await importer();
  const { draftId } = await createImportDraft(access, { text: DOCUMENT });
  await discardImportDraft(access, { draftId });
  await discardImportDraft(access, { draftId });
  expect(await listImportDrafts(access)).toEqual([]);
});
