import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { makeProject, smallPlan } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addItem, editItem, setAssignees } from "./item-plan-edits";

useTestDatabase();

const read = (id: string) =>
  db().checklistItem.findUniqueOrThrow({ where: { id }, include: { area: true, assignees: true } });

describe("addItem", () => {
  it("adds an item at the end with a stable key and an area that is new", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const sectionId = await stage.section("Checklist");
    const added = await addItem(access, {
      sectionId,
      title: "Restore drill 🚒",
      level: "MUST",
      area: "Backups",
      dueOn: "2026-12-01",
      assigneeIds: [stage.people.member.memberId],
    });
    expect(added).toMatchObject({ key: "restore-drill", version: 1 });
    expect(await read(added.id)).toMatchObject({
      level: "MUST",
      position: 3,
      area: { name: "Backups", workspaceId: stage.workspaceId },
      dueOn: new Date("2026-12-01T00:00:00Z"),
      assignees: [{ memberId: stage.people.member.memberId }],
    });
    expect((await addItem(access, { sectionId, title: "Restore drill" })).key).toBe("restore-drill-2");
    expect(await stage.events()).toEqual(["item.added", "item.added"]);
  });

  it("takes an area whatever its case", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const { id } = await addItem(access, {
      sectionId: await stage.section("Checklist"),
      title: "One",
      area: "SECURITY",
    });
    expect((await read(id)).area?.name).toBe("Security");
  });

  it("does not double an area that two projects add at once", async () => {
    const stage = await makeStage();
    const other = await makeProject(stage.people.admin, smallPlan(), "plan:edit");
    const section = await db().checklistSection.findFirstOrThrow({ where: { projectId: other.projectId } });
    const access = await stage.open(stage.people.lead, "plan:edit");
    await Promise.all([
      addItem(access, { sectionId: await stage.section("Checklist"), title: "One", area: "Backups" }),
      addItem(other, { sectionId: section.id, title: "Two", area: "Backups" }),
    ]);
    const where = { workspaceId: stage.workspaceId, name: "Backups" };
    expect(await db().area.count({ where })).toBe(1);
    expect(await db().checklistItem.count({ where: { area: where } })).toBe(2);
  });

  it("adds a sub-item, and one beside it where a sub-item was named as parent", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const parentId = await stage.item("Rotate the keys");
    const first = await addItem(access, { parentId, title: "Staging" });
    const second = await addItem(access, { parentId: first.id, title: "Production" });
    expect((await read(first.id)).parentId).toBe(parentId);
    expect(await read(second.id)).toMatchObject({ parentId, position: 2 });
  });

  it("gives titles of any script a key", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const sectionId = await stage.section("Checklist");
    const key = async (title: string) => (await addItem(access, { sectionId, title })).key;
    expect(await key("نسخ احتياطي")).toBe("نسخ-احتياطي");
    expect(await key("🚀🚀")).toBe("item");
    expect(await key("x".repeat(500))).toHaveLength(80);
  });

  it("refuses lesser roles, strangers, foreign ids and people from elsewhere", async () => {
    const stage = await makeStage();
    const other = await makeStage();
    const { people } = stage;
    expect(await codeOf(stage.open(people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    const access = await stage.open(people.lead, "plan:edit");
    const foreign = await other.section("Checklist");
    const sectionId = await stage.section("Checklist");
    expect(await codeOf(addItem(access, { sectionId: foreign, title: "x" }))).toBe("NOT_FOUND");
    expect(await codeOf(addItem(access, { sectionId: NOBODY, title: "x" }))).toBe("NOT_FOUND");
    const parentId = await other.item("Rotate the keys");
    expect(await codeOf(addItem(access, { parentId, title: "x" }))).toBe("NOT_FOUND");
    const assigneeIds = [other.people.member.memberId];
    expect(await codeOf(addItem(access, { sectionId, title: "x", assigneeIds }))).toBe("INVALID");
    expect(await stage.events()).toEqual([]);
  });
});

describe("editItem", () => {
  it("changes what differs, tells old and new of short fields, and keeps texts out of the event", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const itemId = await stage.item("Rotate the keys");
    const edited = await editItem(access, {
      itemId,
      version: 1,
      title: "Rotate all keys",
      level: "MUST",
      details: "A secret plan",
      area: null,
      dueOn: "2026-12-24",
    });
    expect(edited).toEqual({ version: 2 });
    expect(await read(itemId)).toMatchObject({
      title: "Rotate all keys",
      areaId: null,
      key: "Rotate the keys",
    });
    const data = await stage.lastData();
    expect(data).toEqual({
      fields: ["area", "details", "dueOn", "title"],
      title: { from: "Rotate the keys", to: "Rotate all keys" },
      area: { from: "Security", to: null },
      dueOn: { from: null, to: "2026-12-24" },
      phaseId: await stage.phase("Alpha"),
    });
  });

  it("changes why, impact and files, and says of them only that they changed", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const itemId = await stage.item("Rotate the keys");
    const words = { why: "They leak.", impact: "Nobody signs in.", files: ["a.ts", "https://example.org/b"] };
    expect(await editItem(access, { itemId, version: 1, ...words })).toEqual({ version: 2 });
    expect(await read(itemId)).toMatchObject(words);
    expect(await stage.lastData()).toEqual({
      fields: ["files", "impact", "why"],
      phaseId: await stage.phase("Alpha"),
    });
    // What is so already is no change; without a version the edit is of whatever stands there.
    expect(await editItem(access, { itemId, version: 1, ...words })).toEqual({ version: 2 });
    await editItem(access, { itemId, version: null, why: null, files: [] });
    expect(await read(itemId)).toMatchObject({ why: null, impact: "Nobody signs in.", files: [] });
  });

  it("tells the second of two people what stands there now, and writes nothing of theirs", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const itemId = await stage.item("Rotate the keys");
    await editItem(access, { itemId, version: 1, title: "First" });
    const refused = await editItem(access, { itemId, version: 1, title: "Second" }).catch((error) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "First", version: 2, level: "MUST" } },
    });
    expect((await read(itemId)).title).toBe("First");
  });

  it("changes nothing when repeated, even from an old version", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const input = { itemId: await stage.item("Rotate the keys"), version: 1, title: "Once" };
    await editItem(access, input);
    expect(await editItem(access, input)).toEqual({ version: 2 });
    expect(await stage.events()).toEqual(["item.edited"]);
  });

  it("lets one of two edits at once win", async () => {
    const stage = await makeStage();
    const [lead, manager] = await Promise.all([
      stage.open(stage.people.lead, "plan:edit"),
      stage.open(stage.people.manager, "plan:edit"),
    ]);
    const itemId = await stage.item("Rotate the keys");
    const codes = await codesOf(
      editItem(lead, { itemId, version: 1, title: "Lead's" }),
      editItem(manager, { itemId, version: 1, title: "Manager's" }),
    );
    expect(codes).toEqual(["CONFLICT", "accepted"]);
    expect(await stage.events()).toEqual(["item.edited"]);
  });

  it("moves a phase's standing by what is asked for, not by due dates and people", async () => {
    const stage = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const itemId = await stage.item("Rotate the keys");
    const changedIn = async () =>
      (await db().project.findUniqueOrThrow({ where: { id: access.projectId } })).changedIn;
    const before = await changedIn();
    await editItem(access, { itemId, version: 1, dueOn: "2027-01-01", details: "Longer" });
    expect(await changedIn()).toBe(before);
    await editItem(access, { itemId, version: 2, level: "SHOULD" });
    expect(await changedIn()).toBeGreaterThan(before);
  });

  it("does not find items of other projects, unknown or archived ones", async () => {
    const stage = await makeStage();
    const other = await makeStage();
    const access = await stage.open(stage.people.lead, "plan:edit");
    const edit = (itemId: string) => codeOf(editItem(access, { itemId, version: 1, title: "Mine" }));
    expect(await edit(await other.item("Rotate the keys"))).toBe("NOT_FOUND");
    expect(await edit(NOBODY)).toBe("NOT_FOUND");
    expect(await edit("not an id")).toBe("NOT_FOUND");
    const itemId = await stage.item("Rotate the keys");
    await db().checklistItem.update({ where: { id: itemId }, data: { archivedAt: new Date() } });
    expect(await edit(itemId)).toBe("NOT_FOUND");
  });
});

describe("setAssignees", () => {
  it("assigns exactly these people, once", async () => {
    const stage = await makeStage();
    const { lead, member, manager } = stage.people;
    const access = await stage.open(lead, "plan:edit");
    const itemId = await stage.item("Rotate the keys");
    const assigned = async () => (await read(itemId)).assignees.map(({ memberId }) => memberId).sort();
    await setAssignees(access, itemId, [member.memberId, manager.memberId, member.memberId]);
    expect(await assigned()).toEqual([member.memberId, manager.memberId].sort());
    await setAssignees(access, itemId, [manager.memberId, member.memberId]);
    expect(await stage.events()).toEqual(["item.edited"]);
    await setAssignees(access, itemId, []);
    expect(await assigned()).toEqual([]);
    expect(await codeOf(setAssignees(access, itemId, [stage.people.outsider.memberId]))).toBe("INVALID");
  });
});
