import AxeBuilder from "@axe-core/playwright";
import { openProject, openWorkspace } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { addComment } from "@/lib/data/comments";
import { addNoteEvidence } from "@/lib/data/evidence";
import { importMarkdown } from "@/lib/data/import-drafts";
import { editItem } from "@/lib/data/item-plan-edits";
import { setItemState } from "@/lib/data/item-state";
import { exportPlan } from "@/lib/data/plan-export";
import { WORKED_PLAN } from "@/prisma/factories/worked-plan";
import { expect, test } from "../fixtures";

/** Reworded, moved, removed, added, ticked. */
const NEWER = WORKED_PLAN.replace("1.1 Rotate the keys", "1.1 Rotate every key of the portal")
  .replace("- [ ] 1.3 Write the runbook\n", "")
  .replace(
    "- [ ] 1.4 Restore a backup",
    "- [x] 1.4 Restore a backup\n- [ ] 1.3 Write the runbook\n- [ ] 1.5 Call the bank",
  )
  .replace("- [ ] Watch the dashboards\n", "");

test("a newer file is looked at, decided on, merged and taken back", async ({ person }) => {
  const { page, actor } = await person("Ana", "MANAGER");
  const made = await importMarkdown(openWorkspace(actor, "project:create"), {
    name: "Customer portal",
    content: WORKED_PLAN,
  });
  const { projectId, slug } = made;
  const working = await openProject(actor, made, "item:work");
  const editing = await openProject(actor, made, "plan:edit");
  const item = async (title: string) =>
    (await db().checklistItem.findFirstOrThrow({ where: { projectId, title } })).id;
  const rotated = await item("Rotate the keys");
  await editItem(editing, { itemId: rotated, version: 1, title: "Rotate the API keys" });
  for (const title of ["Write the runbook", "Watch the dashboards"]) {
    const itemId = await item(title);
    await setItemState(working, itemId, { state: "DONE" });
    await addNoteEvidence(working, { itemId, title: "Seen", note: "It works" });
    await addComment(working, { itemId, body: "Done on Friday" });
  }
  const before = await exportPlan(editing, new Date());

  await page.goto(`/projects/${slug}/settings`);
  await page.getByRole("link", { name: "Update from a file" }).click();
  await page.getByLabel("File with the plan").setInputFiles({
    name: "READINESS.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(NEWER),
  });
  await page.getByRole("button", { name: "Show what it changes" }).click();
  const alpha = page.getByRole("region", { name: "Phase 1: Alpha (HIGH)" });
  await expect(alpha).toContainText("New item: Call the bank");
  await expect(alpha).toContainText("Moved item: Write the runbook");
  await expect(page.getByRole("region", { name: "Phase 2: Beta" })).toContainText(
    /will be archived: item: Watch the dashboards.*1 tick, 1 piece of evidence, 1 comment/s,
  );
  const merge = page.getByRole("button", { name: "Merge", exact: true });
  await expect(merge).toBeDisabled();
  const question = page.getByRole("group", { name: /Both changed title of item/ });
  await expect(question).toContainText("“Rotate every key of the portal”");
  await question.getByRole("radio", { name: /As it is here/ }).check();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // A closed tab loses nothing, neither the file nor the answer.
  await expect
    .poll(async () => (await db().mergeDraft.findFirstOrThrow({ where: { projectId } })).answers)
    .toEqual({ "item:1.1:title": "project" });
  await page.goto("/");
  await page.goto(`/projects/${slug}/update`);
  await expect(question.getByRole("radio", { name: /As it is here/ })).toBeChecked();
  await merge.click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  const said = page.getByRole("region", { name: "Notifications" });
  await expect(said).toContainText("Merged: 1 added");
  const merged = page.getByRole("region", { name: "Merged files" });
  await expect(merged).toContainText("1 archived");

  await page.goto(`/projects/${slug}/phases/phase-1-alpha-high`);
  await expect(page.getByRole("checkbox", { name: "Write the runbook" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Restore a backup" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Rotate the API keys" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Call the bank" })).not.toBeChecked();

  await page.goto(`/projects/${slug}/update`);
  await page.getByRole("button", { name: "Undo this merge" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo the merge" }).click();
  await expect(merged).toContainText("undone by Ana");
  expect(await exportPlan(editing, new Date())).toEqual(before);
  expect(await db().evidence.count({ where: { projectId, removedAt: null } })).toBe(2);
});

test("a merge somebody worked on since is undone but for that", async ({ person }) => {
  const { page, actor } = await person("Ana", "MANAGER");
  const made = await importMarkdown(openWorkspace(actor, "project:create"), {
    name: "Customer portal",
    content: WORKED_PLAN,
  });
  await page.goto(`/projects/${made.slug}/update`);
  await page.getByLabel("The newer version").fill("# Soup\n## Phase 1: Peel\n- [ ] Onions\n");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await expect(page.getByText(/not a newer version of its plan/).first()).toBeVisible();
  await page.getByLabel("The newer version").fill(NEWER);
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  const merged = page.getByRole("region", { name: "Merged files" });
  await expect(merged).toContainText("1 added");
  const { id } = await db().checklistItem.findFirstOrThrow({
    where: { projectId: made.projectId, title: "Call the bank" },
  });
  await setItemState(await openProject(actor, made, "item:work"), id, { state: "DONE" });
  await page.getByRole("button", { name: "Undo this merge" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo this merge?" });
  await dialog.getByRole("button", { name: "Undo the merge" }).click();
  await expect(dialog).toContainText("“Call the bank”");
  await dialog.getByRole("button", { name: "Undo the rest" }).click();
  await expect(merged).toContainText("undone by Ana");
  const { phases } = await exportPlan(await openProject(actor, made, "plan:edit"), new Date());
  const titles = phases.flatMap(({ sections }) =>
    sections.flatMap(({ items }) => items.map(({ title }) => title)),
  );
  expect(titles).toEqual(
    expect.arrayContaining(["Rotate the keys", "Call the bank", "Watch the dashboards"]),
  );
});
