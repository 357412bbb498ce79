import { beforeEach, describe, expect, it } from "vitest";
import type { BulkItemsInput } from "@/lib/schemas/bulk-items";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeCondition, makeStage, NOBODY, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import type { ProjectAccess } from "./access";
import { changeItems } from "./bulk-items";
import { db } from "./client";
import { archiveItem } from "./item-plan-moves";
import { getPhasePage } from "./phase-page";
import { archiveSection } from "./sections";

useTestDatabase();

let stage: Stage;
let access: ProjectAccess<"plan:edit">;

beforeEach(async () => {
  stage = await makeStage(
    plan([
      planPhase("Alpha", [], {
        sections: [
          {
            title: "First",
            items: [
              planItem("A", { level: "MUST" }),
              planItem("B", { subItems: [planItem("B1"), planItem("B2")] }),
              planItem("C"),
            ],
          },
          { title: "Second", items: [planItem("D")] },
        ],
      }),
      planPhase("Beta", [], { sections: [{ title: "Third", items: [planItem("E")] }] }),
    ]),
  );
  access = await stage.open(stage.people.lead, "plan:edit");
});

const ids = (...titles: string[]) => Promise.all(titles.map(stage.item));
const change = async (titles: string[], input: Omit<BulkItemsInput, "itemIds">) =>
  changeItems(access, { itemIds: await ids(...titles), ...input });
const rowsOf = async (phase: string) =>
  (await getPhasePage(await stage.open(stage.people.lead, "project:read"), phase, new Date())).phase.sections;
const titles = async (phase: string) =>
  (await rowsOf(phase)).map((section) => section.items.map((item) => item.title).join(""));
const people = async (title: string) => {
  const rows = await db().itemAssignee.findMany({ where: { itemId: await stage.item(title) } });
  return rows.map(({ memberId }) => memberId).sort();
};
const stored = async () => ({
  items: await db().checklistItem.findMany({
    where: { projectId: stage.projectId },
    orderBy: { id: "asc" },
    include: { assignees: true },
  }),
  events: await stage.events(),
});

describe("changing many items", () => {
  it("sets level, area and due day, with an event for each that changed", async () => {
    const wish = { level: "MUST", area: "Security", dueOn: "2030-01-31" } as const;
    const answer = await change(["A", "B", "D"], wish);
    expect(answer.changed.map(({ version }) => version)).toEqual([2, 2, 2]);
    const [first] = await rowsOf("alpha");
    expect(first?.items.slice(0, 2)).toMatchObject([
      { title: "A", level: "MUST", area: "Security", dueOn: "2030-01-31", version: 2 },
      { title: "B", level: "MUST", area: "Security", dueOn: "2030-01-31", version: 2 },
    ]);
    expect(await stage.events()).toEqual(["item.edited", "item.edited", "item.edited"]);
    expect(await db().checklistItem.findUnique({ where: { id: await stage.item("B1") } })).toMatchObject({
      level: "SHOULD",
    });
    // Again: nothing is left to change.
    expect(await change(["A", "B", "D"], wish)).toEqual({ changed: [], unchanged: 3 });
    expect((await stage.events()).length).toBe(3);
  });

  it("records for each what it was before, and leaves out what was so already", async () => {
    const answer = await change(["A", "C"], { level: "MUST", dueOn: null });
    const undo = { from: { level: "MUST" }, to: { level: "SHOULD" } };
    expect(answer).toEqual({ changed: [{ id: await stage.item("C"), version: 2, undo }], unchanged: 1 });
    expect(await stage.lastData()).toEqual({
      fields: ["level"],
      level: { from: "SHOULD", to: "MUST" },
      phaseId: await stage.phase("Alpha"),
    });
  });

  it("assigns exactly these people, or these too", async () => {
    const { member, manager, lead } = stage.people;
    await change(["A"], { assigneeIds: [member.memberId] });
    await change(["A", "C"], { addAssigneeIds: [manager.memberId] });
    expect(await people("A")).toEqual([member.memberId, manager.memberId].sort());
    expect(await people("C")).toEqual([manager.memberId]);
    await change(["A", "C"], { assigneeIds: [lead.memberId] });
    expect([await people("A"), await people("C")]).toEqual([[lead.memberId], [lead.memberId]]);
    await change(["A", "C"], { assigneeIds: [] });
    expect([await people("A"), await people("C")]).toEqual([[], []]);
    const before = await stored();
    expect(await codeOf(change(["A", "C"], { assigneeIds: [stage.people.viewer.memberId] }))).toBe("INVALID");
    expect(await codeOf(change(["A"], { addAssigneeIds: [stage.people.outsider.memberId] }))).toBe("INVALID");
    expect(await stored()).toEqual(before);
  });

  it("moves to the end of a section in the order of the plan, sub-items along", async () => {
    const toSectionId = await stage.section("Third");
    await change(["D", "B", "A", "E"], { toSectionId, level: "COULD" });
    expect(await titles("alpha")).toEqual(["C", ""]);
    expect(await titles("beta")).toEqual(["EABD"]);
    const [third] = await rowsOf("beta");
    expect(third?.items[2]?.subItems.map(({ title }) => title)).toEqual(["B1", "B2"]);
    expect((await stage.events()).filter((action) => action === "item.moved")).toHaveLength(3);
    expect(await change(["A", "E"], { toSectionId })).toEqual({ changed: [], unchanged: 2 });
  });

  it("archives with sub-items and puts back just those", async () => {
    await archiveItem(access, await stage.item("B1"));
    const answer = await change(["B", "D"], { archived: true });
    expect(answer).toMatchObject({ unchanged: 0 });
    expect(await titles("alpha")).toEqual(["AC", ""]);
    expect(await change(["B", "D"], { archived: true })).toEqual({ changed: [], unchanged: 2 });
    const itemIds = answer.changed.map(({ id }) => id);
    await changeItems(access, { itemIds, archived: false });
    expect(await titles("alpha")).toEqual(["ABC", "D"]);
    const [first] = await rowsOf("alpha");
    // B1 had been archived on its own before.
    expect(first?.items[1]?.subItems.map(({ title }) => title)).toEqual(["B2"]);
    expect((await stage.events()).slice(1)).toEqual([
      "item.archived",
      "item.archived",
      "item.restored",
      "item.restored",
    ]);
    expect(await changeItems(access, { itemIds, archived: false })).toEqual({ changed: [], unchanged: 2 });
  });

  it("takes an item and its own sub-item away and back at once", async () => {
    await change(["B", "B1"], { archived: true });
    await change(["B1", "B"], { archived: false });
    const [first] = await rowsOf("alpha");
    expect(first?.items[1]?.subItems.map(({ title }) => title)).toEqual(["B1", "B2"]);
  });
});

describe("all of them or none", () => {
  it("changes nothing when one item is another project's, archived or nobody's", async () => {
    const other = await makeStage();
    const mine = await ids("A", "C");
    await change(["D"], { archived: true });
    const before = await stored();
    for (const foreign of [await other.item("Rotate the keys"), NOBODY])
      for (const input of [{ level: "COULD" }, { archived: true }, { archived: false }] as const) {
        const call = changeItems(access, { itemIds: [...mine, foreign], ...input });
        await expect(call).rejects.toThrow(`1 of 3 items were not found in this project: ${foreign}.`);
      }
    expect(await codeOf(change(["A", "D"], { level: "COULD" }))).toBe("NOT_FOUND");
    const toSectionId = await other.section("Checklist");
    expect(await codeOf(change(["A"], { level: "COULD", toSectionId }))).toBe("NOT_FOUND");
    expect(await stored()).toEqual(before);
  });

  it("moves a sub-item along with its item, and makes one without it an item of its own", async () => {
    const toSectionId = await stage.section("Third");
    // B1 goes along, and is no change by itself.
    expect(await change(["B", "B1"], { toSectionId })).toMatchObject({
      changed: [{ id: await stage.item("B") }],
      unchanged: 0,
    });
    expect(await titles("beta")).toEqual(["EB"]);
    const back = await change(["B2", "A", "B1"], { toSectionId: await stage.section("First") });
    expect(back.changed).toHaveLength(2);
    expect(back.unchanged).toBe(1);
    expect(await titles("alpha")).toEqual(["ACB1B2", "D"]);
    const [third] = await rowsOf("beta");
    expect(third?.items[1]?.subItems).toEqual([]);
    const events = await db().auditEvent.findMany({
      where: { chain: stage.projectId, action: "item.moved" },
      orderBy: { seq: "desc" },
      take: 2,
    });
    expect(events.map(({ targetId }) => targetId)).toEqual([await stage.item("B2"), await stage.item("B1")]);
  });

  it("keeps what stands below something archived archived", async () => {
    await change(["B1"], { archived: true });
    await change(["B"], { archived: true });
    expect(await codeOf(change(["B1"], { archived: false }))).toBe("RULE");
    await change(["D"], { archived: true });
    await archiveSection(access, await stage.section("Second"));
    await expect(change(["B", "D"], { archived: false })).rejects.toThrow("its section “Second”");
    expect(await titles("alpha")).toEqual(["AC"]);
  });

  it("keeps a condition of a passed gate", async () => {
    await makeCondition(stage, "E");
    expect(await codeOf(change(["A", "E"], { archived: true }))).toBe("RULE");
    expect(await titles("alpha")).toEqual(["ABC", "D"]);
  });

  it("loses nothing when two people change the same items at once", async () => {
    const [first, second] = [await stage.section("Second"), await stage.section("Third")];
    const codes = await codesOf(
      change(["A", "B", "C"], { toSectionId: first }),
      change(["C", "B", "A"], { toSectionId: second }),
      change(["A", "C"], { level: "COULD" }),
    );
    expect(codes).toEqual(["accepted", "accepted", "accepted"]);
    const all = [...(await titles("alpha")), ...(await titles("beta"))].join("");
    expect([...all].sort().join("")).toBe("ABCDE");
  });

  it("takes 500 items in one go", async () => {
    const many = Array.from({ length: 500 }, (_, index) => planItem(`Item ${index}`));
    const big = await makeStage(plan([planPhase("Alpha", many)]));
    const rows = await db().checklistItem.findMany({ where: { projectId: big.projectId } });
    const answer = await changeItems(await big.open(big.people.lead, "plan:edit"), {
      itemIds: rows.map(({ id }) => id),
      level: "MUST",
      assigneeIds: [big.people.member.memberId],
    });
    expect(answer.changed).toHaveLength(500);
    expect(await big.events()).toHaveLength(500);
  });
});
