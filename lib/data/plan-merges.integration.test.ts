import { describe, expect, it } from "vitest";
import type { Side } from "@/lib/plan/merge/merged";
import { canonicalPlan } from "@/lib/plan/plan-file/canonical-plan";
import { planToMarkdown } from "@/lib/plan/plan-file/write-plan";
import { refusal } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeWorkedPlan, WORKED_PLAN } from "@/prisma/factories/worked-plan";
import { openProject } from "./access";
import { db } from "./client";
import { editItem } from "./item-plan-edits";
import { undoMerge } from "./merge-undo";
import { comparePlan } from "./plan-differences";
import { exportPlan } from "./plan-export";
import { mergePlanFile } from "./plan-merges";

useTestDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);
const input = (text: string, otherwise: Side | null = null) => ({
  content: bytes(text),
  answers: { each: {}, otherwise },
  preview: null,
});

/** Reworded, moved, removed, added, ticked, reordered, and more of everything else. */
const NEWER = WORKED_PLAN.replace("1.1 Rotate the keys", "1.1 Rotate every key of the portal")
  .replace("- [ ] 1.3 Write the runbook\n", "")
  .replace(
    "- [ ] 1.4 Restore a backup",
    "- [x] 1.4 Restore a backup\n- [ ] 1.3 Write the runbook\n- [ ] 1.5 Call the bank",
  )
  .replace("- [ ] Watch the dashboards\n", "")
  .replace("- Learn", "- Learn\n- Sleep")
  .replace("95%", "99%")
  .replace("- [ ] Legal agrees", "- [x] Legal agrees")
  .replace(
    "| Nobody comes | Low | Advertise |",
    "| Nobody comes | Medium | Advertise |\n| Flood | Low | Pumps |",
  )
  .concat("\n## Phase 3: Launch\n- [ ] Ring the bell\n");

describe("mergePlanFile", () => {
  it("takes a newer file over, and keeps what people did", async () => {
    const scene = await makeWorkedPlan();
    const itemId = await scene.work("Rotate the keys");
    const moved = await scene.work("Write the runbook");
    const gone = await scene.work("Watch the dashboards");
    const before = await scene.version();
    const { counts, leftOut } = await mergePlanFile(scene.access, input(NEWER));
    expect(leftOut).toEqual([]);
    expect(counts).toMatchObject({ added: 6, moved: 1, archived: 1, ticked: 2 });
    const { plan } = await scene.picture();
    expect(plan.phases.map(({ name }) => name)).toEqual([
      "Phase 1: Alpha (HIGH)",
      "Phase 2: Beta",
      "Phase 3: Launch",
    ]);
    const rows = await db().checklistItem.findMany({
      where: { id: { in: [itemId, moved, gone] } },
      include: { section: true, _count: { select: { evidence: true, comments: true } } },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const kept = { state: "DONE", _count: { evidence: 1, comments: 1 } };
    expect(byId.get(itemId)).toMatchObject({
      ...kept,
      title: "Rotate every key of the portal",
      archivedAt: null,
    });
    expect(byId.get(moved)).toMatchObject({ ...kept, section: { title: "Backups" }, archivedAt: null });
    expect(byId.get(gone)).toMatchObject({ ...kept, archivedAt: expect.any(Date) });
    expect(
      plan.phases[0]?.sections.map(({ title, items }) => [title, ...items.map((item) => item.title)]),
    ).toEqual([
      ["Security", "Rotate every key of the portal", "Close the ports"],
      ["Backups", "Restore a backup", "Write the runbook", "Call the bank"],
    ]);
    expect(plan.phases[0]?.criteria).toMatchObject([{ target: 99, checked: false }, { checked: true }]);
    expect(plan.risks.map(({ title, severity }) => [title, severity])).toEqual([
      ["Vendor is late", "HIGH"],
      ["Nobody comes", "MEDIUM"],
      ["Flood", "LOW"],
    ]);
    const actions = await scene.actions(before);
    expect(actions.at(-1)).toBe("plan.merged");
    expect(actions).toEqual(
      expect.arrayContaining([
        "item.edited",
        "item.moved",
        "item.archived",
        "item.added",
        "item.state",
        "phase.added",
      ]),
    );
  });

  it("changes nothing when the same file comes again, alone or twice at once", async () => {
    const { access, version } = await makeWorkedPlan();
    const both = await Promise.all([
      mergePlanFile(access, input(NEWER)),
      mergePlanFile(access, input(NEWER)),
    ]);
    expect(both.filter(({ id }) => id !== null)).toHaveLength(1);
    const after = await version();
    expect(await mergePlanFile(access, input(NEWER))).toMatchObject({ id: null, counts: { added: 0 } });
    expect(await comparePlan(access, bytes(NEWER), new Date())).toMatchObject({ changes: [], conflicts: [] });
    expect(await version()).toBe(after);
    // What the older file unticks is asked about.
    expect(await refusal(mergePlanFile(access, input(WORKED_PLAN)))).toMatchObject({ code: "CONFLICT" });
  });

  it("brings the project back as it was", async () => {
    const scene = await makeWorkedPlan();
    await scene.work("Rotate the keys");
    await scene.work("Watch the dashboards");
    const before = await scene.picture();
    const { id } = await mergePlanFile(scene.access, input(NEWER));
    expect(await scene.picture()).not.toEqual(before);
    expect(await undoMerge(scene.access, { mergeId: id ?? "" })).toEqual({ undone: true, kept: [] });
    expect(await scene.picture()).toEqual(before);
    const version = await scene.version();
    expect(await undoMerge(scene.access, { mergeId: id ?? "" })).toEqual({ undone: false, kept: [] });
    expect(await scene.version()).toBe(version);
    // Merged once more, what was archived by the undo comes back: nothing is there twice.
    expect(await mergePlanFile(scene.access, input(NEWER))).toMatchObject({
      counts: { added: 0, restored: 6 },
    });
  });

  it("refuses to undo what was changed since, says what, and undoes the rest when told to", async () => {
    const scene = await makeWorkedPlan();
    const { id } = await mergePlanFile(scene.access, input(NEWER));
    await scene.work("Call the bank");
    const itemId = await scene.item("Rotate every key of the portal");
    await editItem(scene.access, { itemId, version: 2, title: "Rotate all keys" });
    const refused = await refusal(undoMerge(scene.access, { mergeId: id ?? "" }));
    expect(refused).toMatchObject({ code: "CONFLICT" });
    expect(refused.message).toContain("“Rotate all keys” (title)");
    expect(refused.message).toContain("“Call the bank”");
    const rest = await undoMerge(scene.access, { mergeId: id ?? "", rest: true });
    expect(rest.kept).toHaveLength(2);
    const { plan } = await scene.picture();
    expect(plan.phases.map(({ name }) => name)).toEqual(["Phase 1: Alpha (HIGH)", "Phase 2: Beta"]);
    expect(
      plan.phases[0]?.sections.map(({ title, items }) => [title, ...items.map((item) => item.title)]),
    ).toEqual([
      ["Security", "Rotate all keys", "Close the ports", "Write the runbook"],
      ["Backups", "Restore a backup", "Call the bank"],
    ]);
  });

  it("asks about conflicts, and ends them as answered", async () => {
    const scene = await makeWorkedPlan();
    const itemId = await scene.item("Rotate the keys");
    await editItem(scene.access, { itemId, version: 1, title: "Rotate the API keys" });
    const before = await scene.version();
    expect(await refusal(mergePlanFile(scene.access, input(NEWER)))).toMatchObject({ code: "CONFLICT" });
    expect(await scene.version()).toBe(before);
    const { conflicts } = await comparePlan(scene.access, bytes(NEWER), new Date());
    expect(conflicts).toMatchObject([{ id: "item:1.1:title", theirs: "Rotate every key of the portal" }]);
    const answers = { each: { "item:1.1:title": "project" as const }, otherwise: null };
    await mergePlanFile(scene.access, { ...input(NEWER), answers });
    expect(await scene.item("Rotate the API keys")).toBe(itemId);
    expect(await comparePlan(scene.access, bytes(NEWER), new Date())).toMatchObject({
      changes: [],
      conflicts: [],
    });
  });

  it("refuses what is not what was looked at, and says what changed", async () => {
    const scene = await makeWorkedPlan();
    const { preview } = await comparePlan(scene.access, bytes(NEWER), new Date());
    const other = NEWER.replace("Ring the bell", "Ring all bells");
    expect(await refusal(mergePlanFile(scene.access, { ...input(other), preview }))).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("another file"),
    });
    await scene.work("Invite customers");
    // A tick elsewhere changes nothing of what was looked at.
    const itemId = await scene.item("Rotate the keys");
    await editItem(scene.access, { itemId, version: 1, title: "Rotate the API keys" });
    const refused = await refusal(mergePlanFile(scene.access, { ...input(NEWER, "file"), preview }));
    expect(refused).toMatchObject({ code: "CONFLICT" });
    expect(refused.message).toContain("Invite customers");
    const again = await comparePlan(scene.access, bytes(NEWER), new Date());
    await scene.work("Write the runbook");
    const merged = await mergePlanFile(scene.access, { ...input(NEWER, "file"), preview: again.preview });
    expect(merged.id).not.toBeNull();
  });

  it("keeps a pipeline's file and project in step", async () => {
    const scene = await makeWorkedPlan();
    await scene.work("Rotate the keys");
    const exported = planToMarkdown(await exportPlan(scene.access, new Date()));
    expect(await mergePlanFile(scene.access, input(exported))).toMatchObject({
      counts: { added: 0, edited: 0 },
    });
    const edited = exported.replace("Invite customers", "Invite the first customers");
    expect(await mergePlanFile(scene.access, input(edited))).toMatchObject({
      counts: { edited: 1, archived: 0 },
    });
    expect(planToMarkdown(await exportPlan(scene.access, new Date()))).toBe(edited);
  });

  it("is not for people who may not edit the plan, nor for files of other projects", async () => {
    const { stage, made, access } = await makeWorkedPlan();
    for (const person of [stage.people.member, stage.people.viewer])
      expect(await refusal(openProject(person, made, "plan:edit"))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(openProject(stage.people.outsider, made, "plan:edit"))).toMatchObject({
      code: "NOT_FOUND",
    });
    const foreign = "# Other\n## Phase 1: Go\n- [ ] Something else altogether\n";
    expect(await refusal(mergePlanFile(access, input(foreign)))).toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("not a newer version"),
    });
    expect(await refusal(mergePlanFile(access, input("Nothing of a plan")))).toMatchObject({
      code: "INVALID",
    });
    expect(await refusal(undoMerge(access, { mergeId: made.projectId }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("merges a thousand items at once", async () => {
    const list = (from: number, word: string) =>
      Array.from({ length: 500 }, (_, at) => `- [ ] ${word} number ${from + at} of the list`).join("\n");
    const plan = (word: string) =>
      `# Big\n## Phase 1: In\n${list(1, "Check")}\n## Phase 2: Out\n${list(1001, word)}\n`;
    const { access } = await makeWorkedPlan(plan("Verify"));
    const { counts } = await mergePlanFile(
      access,
      input(plan("Verify once more").replaceAll("[ ] Check", "[x] Check")),
    );
    expect(counts).toMatchObject({ ticked: 500, edited: 500, added: 0, archived: 0 });
  });
});

it("leaves things of another project alone that have the same keys", async () => {
  const [one, other] = [await makeWorkedPlan(), await makeWorkedPlan()];
  const before = await other.picture();
  await mergePlanFile(one.access, input(NEWER));
  expect(await other.picture()).toEqual(before);
  expect(canonicalPlan((await one.picture()).plan).phases).toHaveLength(3);
});
