import { describe, expect, it } from "vitest";
import { measurementSchema } from "@/lib/schemas/measurements";
import { codeOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addComment } from "./comments";
import { getCriterionPage } from "./criterion-page";
import { addLinkEvidence } from "./evidence";
import { getItemPage, RECORDS_PAGE } from "./item-page";
import { setAssignees } from "./item-plan-edits";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { recordMeasurement } from "./measurements";

useTestDatabase();

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.member, "item:work");
  return { stage, access, itemId: await stage.item("Write the runbook") };
}

describe("getItemPage", () => {
  it("shows an item with its history, evidence, comments and people", async () => {
    const { stage, access, itemId } = await scene();
    const edit = await stage.open(stage.people.lead, "plan:edit");
    await setAssignees(edit, itemId, [stage.people.lead.memberId]);
    await setItemState(access, itemId, { state: "DONE" });
    await setItemState(access, itemId, { state: "NOT_APPLICABLE", reason: "No servers" });
    await addLinkEvidence(access, { itemId, url: "https://example.org/" });
    await addComment(access, { itemId, body: "Why?" });
    const { item, earlierComments, earlierRecords } = await getItemPage(access, itemId, new Date());
    expect(item).toMatchObject({
      title: "Write the runbook",
      phaseKey: "alpha",
      sectionTitle: "Checklist",
      state: "NOT_APPLICABLE",
      stateBy: "Ben",
      assignees: [{ name: "Lea", role: "LEAD" }],
      subItems: [{ title: "Start" }, { title: "Stop" }],
      records: [
        { state: "NOT_APPLICABLE", reason: "No servers", by: "Ben" },
        { state: "DONE", reason: null },
      ],
      evidenceList: [{ title: "example.org" }],
      commentList: [{ body: "Why?", mine: true }],
      evidence: 1,
      comments: 1,
      archivedAt: null,
    });
    expect([earlierComments, earlierRecords]).toEqual([null, null]);
  });

  it("shows a sub-item with its parent, and an archived item as archived", async () => {
    const { stage, access, itemId } = await scene();
    const { item } = await getItemPage(access, await stage.item("Start"), new Date());
    expect(item.parent).toEqual({ id: itemId, title: "Write the runbook" });
    await archiveItem(await stage.open(stage.people.lead, "plan:edit"), itemId);
    expect((await getItemPage(access, itemId, new Date())).item.archivedAt).not.toBeNull();
  });

  it("shows a long history in pages", async () => {
    const { stage, access, itemId } = await scene();
    await db().itemStateRecord.createMany({
      data: Array.from({ length: RECORDS_PAGE + 3 }, () => ({
        projectId: stage.projectId,
        itemId,
        state: "OPEN" as const,
        byId: NOBODY,
        at: new Date("2026-11-01T00:00:00Z"),
      })),
    });
    const first = await getItemPage(access, itemId, new Date());
    const second = await getItemPage(access, itemId, new Date(), { records: first.earlierRecords });
    expect(second.earlierRecords).toBeNull();
    const ids = [...first.item.records, ...second.item.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(RECORDS_PAGE + 3);
  });

  it("is not reached from other projects", async () => {
    const { access } = await scene();
    const other = await scene();
    expect(await codeOf(getItemPage(access, other.itemId, new Date()))).toBe("NOT_FOUND");
    expect(await codeOf(getItemPage(access, "nonsense", new Date()))).toBe("NOT_FOUND");
  });
});

describe("getCriterionPage", () => {
  it("shows a criterion with its result and history", async () => {
    const { stage, access } = await scene();
    const criterionId = await stage.criterion("95% of tests pass");
    await recordMeasurement(access, criterionId, measurementSchema.parse({ value: 97 }));
    await addComment(access, { criterionId, body: "Good" });
    const page = await getCriterionPage(access, criterionId, new Date());
    expect(page).toMatchObject({
      criterion: { result: "MET", text: "95% of tests pass" },
      phase: { key: "alpha", name: "Alpha" },
      history: { measurements: [{ value: 97, by: "Ben" }], nextCursor: null },
      comments: [{ body: "Good" }],
      evidence: [],
    });
    const other = await scene();
    expect(await codeOf(getCriterionPage(other.access, criterionId, new Date()))).toBe("NOT_FOUND");
    expect(await codeOf(getCriterionPage(access, NOBODY, new Date()))).toBe("NOT_FOUND");
  });
});
