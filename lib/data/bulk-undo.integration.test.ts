import { beforeEach, describe, expect, it } from "vitest";
import { type BulkItemsInput, undoItemsBodySchema } from "@/lib/schemas/bulk-items";
import { callApi, makeToken } from "@/prisma/factories/api";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { codesOf, makeStage, NOBODY, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import type { ProjectAccess } from "./access";
import { type BulkAnswer, changeItems } from "./bulk-items";
import { undoItems } from "./bulk-undo";
import { db } from "./client";
import { addItem } from "./item-plan-edits";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { getPhasePage } from "./phase-page";
import { archiveSection } from "./sections";

useTestDatabase();

let stage: Stage;
let access: ProjectAccess<"plan:edit">;

beforeEach(async () => {
  const first = [
    planItem("A", { level: "MUST", area: "Security" }),
    planItem("B", { subItems: [planItem("B1"), planItem("B2")] }),
    planItem("C"),
    planItem("D"),
  ];
  stage = await makeStage(
    plan([
      planPhase("Alpha", [], {
        sections: [
          { title: "First", items: first },
          { title: "Second", items: [planItem("E")] },
        ],
      }),
      planPhase("Beta", [], { sections: [{ title: "Third", items: [planItem("F")] }] }),
    ]),
  );
  access = await stage.open(stage.people.lead, "plan:edit");
});

const change = async (titles: string[], input: Omit<BulkItemsInput, "itemIds">) =>
  changeItems(access, { itemIds: await Promise.all(titles.map(stage.item)), ...input });
/** As it travels: through the body that a caller sends back. */
const stepsOf = ({ changed }: BulkAnswer) =>
  undoItemsBodySchema.parse({ items: changed.flatMap(({ id, undo }) => (undo ? [{ id, ...undo }] : [])) });
const undo = (answer: BulkAnswer) => undoItems(access, stepsOf(answer));
const phase = async (key: string) =>
  (await getPhasePage(await stage.open(stage.people.lead, "project:read"), key, new Date())).phase;
const order = async (key: string) =>
  (await phase(key)).sections.map(({ items }) => items.map(({ title }) => title).join(""));
const standing = async () =>
  await db().checklistItem.findMany({
    where: { projectId: stage.projectId },
    orderBy: [{ sectionId: "asc" }, { position: "asc" }, { id: "asc" }],
    select: {
      title: true,
      level: true,
      areaId: true,
      dueOn: true,
      sectionId: true,
      phaseId: true,
      assignees: { select: { memberId: true } },
    },
  });

describe("taking a change of many items back", () => {
  it("puts back every field and place, and done again changes nothing", async () => {
    const { member, manager } = stage.people;
    await change(["B"], { assigneeIds: [member.memberId] });
    const before = await standing();
    const answer = await change(["A", "B", "D", "B1"], {
      level: "COULD",
      area: "security",
      dueOn: "2030-05-01",
      addAssigneeIds: [manager.memberId],
    });
    const moved = await change(["B", "D", "C"], { toSectionId: await stage.section("Third") });
    expect([await order("alpha"), await order("beta")]).toEqual([["A", "E"], ["FBCD"]]);
    expect(await undo(moved)).toMatchObject({ left: [] });
    expect(await order("alpha")).toEqual(["ABCD", "E"]);
    const { restored, left } = await undo(answer);
    expect([restored.length, left]).toEqual([4, []]);
    expect(await standing()).toEqual(before);
    const events = await stage.events();
    expect(await undo(moved)).toMatchObject({
      restored: [],
      left: [{ title: "B" }, { title: "C" }, { title: "D" }],
    });
    expect(await stage.events()).toEqual(events);
  });

  it("puts sub-items that became items of their own back below theirs, where that can be", async () => {
    const before = await standing();
    const toSectionId = await stage.section("Third");
    const moved = await change(["B1", "B2", "C"], { toSectionId });
    expect(await order("beta")).toEqual(["FB1B2C"]);
    expect(await undo(moved)).toMatchObject({ left: [] });
    expect(await standing()).toEqual(before);
    const [first] = (await phase("alpha")).sections;
    expect(first?.items[1]?.subItems.map(({ title }) => title)).toEqual(["B1", "B2"]);
    const again = await change(["B1", "B2"], { toSectionId });
    const parentId = await stage.item("B2");
    await addItem(access, { parentId, title: "B2a", level: "SHOULD" });
    expect(await undo(again)).toMatchObject({ left: [{ title: "B2" }] });
    const last = await change(["B1"], { toSectionId });
    await archiveItem(access, await stage.item("B"));
    expect(await undo(last)).toMatchObject({ restored: [], left: [{ title: "B1" }] });
  });

  it("leaves what was changed since, and says which", async () => {
    const answer = await change(["A", "B", "C", "D"], { level: "COULD", dueOn: "2030-05-01" });
    await change(["B"], { dueOn: "2031-01-01" });
    await archiveItem(access, await stage.item("C"));
    // A tick is no change of the plan: the item goes back all the same.
    await setItemState(await stage.open(stage.people.member, "item:work"), await stage.item("D"), {
      state: "DONE",
    });
    const { left } = await undo(answer);
    expect(left).toEqual([
      { id: await stage.item("B"), title: "B" },
      { id: await stage.item("C"), title: null },
    ]);
    const [items] = (await phase("alpha")).sections.map((section) => section.items);
    expect(items).toMatchObject([
      { title: "A", level: "MUST", dueOn: null },
      { title: "B", level: "SHOULD", dueOn: "2031-01-01" },
      { title: "D", level: "SHOULD", dueOn: null, state: "DONE" },
    ]);
  });

  it("leaves items where they are when their section went, and people who may not work here any more", async () => {
    const { member } = stage.people;
    await change(["E"], { assigneeIds: [member.memberId] });
    const moved = await change(["E"], { toSectionId: await stage.section("First") });
    const emptied = await change(["E"], { assigneeIds: [] });
    await archiveSection(access, await stage.section("Second"));
    await db().member.update({ where: { id: member.memberId }, data: { role: "VIEWER" } });
    expect(await undo(moved)).toMatchObject({ restored: [], left: [{ title: "E" }] });
    expect(await undo(emptied)).toMatchObject({ restored: [], left: [{ title: "E" }] });
    expect(await order("alpha")).toEqual(["ABCDE"]);
  });

  it("never reaches into another project, and takes the last word of two at once", async () => {
    const answer = await change(["A", "B"], { level: "COULD" });
    const elsewhere = await makeStage();
    const foreign = await elsewhere.open(elsewhere.people.lead, "plan:edit");
    expect(await undoItems(foreign, stepsOf(answer))).toMatchObject({
      restored: [],
      left: [{ title: null }, { title: null }],
    });
    expect(await codesOf(undo(answer), undo(answer))).toEqual(["accepted", "accepted"]);
    expect((await phase("alpha")).sections[0]?.items.map(({ level }) => level)).toEqual([
      "MUST",
      "SHOULD",
      "SHOULD",
      "SHOULD",
    ]);
  });
});

it("is called by REST with what the change answered", async () => {
  const [lead, member, stranger] = await Promise.all([
    makeToken(stage.people.lead),
    makeToken(stage.people.member),
    makeToken(stage.people.outsider),
  ]);
  const post = async (token: string, path: string, body: object) => {
    const response = await callApi(token, "POST", `/projects/${stage.slug}/items/bulk${path}`, { body });
    return { status: response.status, body: await response.json() };
  };
  const itemIds = [await stage.item("A")];
  const { body } = await post(lead, "", { itemIds, level: "COULD" });
  const items = body.changed.map(({ id, undo }: { id: string; undo: object }) => ({ id, ...undo }));
  expect(items).toMatchObject([{ from: { level: "COULD" }, to: { level: "MUST" } }]);
  expect((await post(member, "/undo", { items })).status).toBe(403);
  expect((await post(stranger, "/undo", { items })).status).toBe(404);
  for (const wrong of [
    {},
    { items: [] },
    { items: [{ id: NOBODY }] },
    { items: [{ ...items[0], to: { state: "DONE" } }] },
  ])
    expect((await post(lead, "/undo", wrong)).status).toBe(400);
  expect((await post(lead, "/undo", { items })).body).toMatchObject({
    restored: [{ id: itemIds[0], version: 3 }],
    left: [],
  });
});
