import { describe, expect, it } from "vitest";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeCondition, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { archiveItem, moveItem, restoreItem } from "./item-plan-moves";
import { getPhasePage } from "./phase-page";
import { archiveSection } from "./sections";

useTestDatabase();

const twoPhases = () =>
  plan([
    planPhase("Alpha", [], {
      sections: [
        {
          title: "First",
          items: [
            planItem("A"),
            planItem("B", { subItems: [planItem("B1"), planItem("B2")] }),
            planItem("C"),
          ],
        },
        { title: "Second", items: [planItem("D")] },
      ],
    }),
    planPhase("Beta", [], { sections: [{ title: "Third", items: [planItem("E")] }] }),
  ]);

async function scene() {
  const stage = await makeStage(twoPhases());
  const access = await stage.open(stage.people.lead, "plan:edit");
  const titles = async (phase: string) =>
    (await getPhasePage(access, phase, new Date())).phase.sections.map((section) =>
      section.items.map((item) => item.title).join(""),
    );
  const move = async (title: string, section: string, before: string | null, version = 1) =>
    moveItem(access, {
      itemId: await stage.item(title),
      toSectionId: await stage.section(section),
      beforeItemId: before === null ? null : await stage.item(before),
      version,
    });
  return { stage, access, titles, move };
}

describe("moveItem", () => {
  it("reorders within a section", async () => {
    const { stage, titles, move } = await scene();
    expect(await move("C", "First", "A")).toEqual({ version: 2 });
    expect(await titles("alpha")).toEqual(["CAB", "D"]);
    await move("C", "First", null, 2);
    expect(await titles("alpha")).toEqual(["ABC", "D"]);
    expect(await stage.events()).toEqual(["item.moved", "item.moved"]);
  });

  it("takes sub-items along to another section and another phase", async () => {
    const { stage, titles, move } = await scene();
    await move("B", "Second", "D");
    expect(await titles("alpha")).toEqual(["AC", "BD"]);
    await move("B", "Third", null, 2);
    expect(await titles("beta")).toEqual(["EB"]);
    const subItem = await db().checklistItem.findUniqueOrThrow({ where: { id: await stage.item("B1") } });
    expect(subItem).toMatchObject({
      sectionId: await stage.section("Third"),
      phaseId: await stage.phase("Beta"),
    });
    expect(await stage.lastData()).toMatchObject({ phaseId: { to: await stage.phase("Beta") } });
  });

  it("orders sub-items among themselves and does not let them leave", async () => {
    const { access, move } = await scene();
    await move("B2", "First", "B1");
    const [first] = (await getPhasePage(access, "alpha", new Date())).phase.sections;
    expect(first?.items[1]?.subItems.map(({ title }) => title)).toEqual(["B2", "B1"]);
    expect(await codeOf(move("B2", "Second", null, 2))).toBe("RULE");
  });

  it("changes nothing when repeated", async () => {
    const { stage, move } = await scene();
    await move("C", "First", "A");
    expect(await move("C", "First", "A")).toEqual({ version: 2 });
    expect(await stage.events()).toEqual(["item.moved"]);
  });

  it("refuses a stale version and a place that is gone", async () => {
    const { move } = await scene();
    await move("C", "First", "A");
    expect(await codeOf(move("C", "Second", null, 1))).toBe("CONFLICT");
    expect(await codeOf(move("A", "First", "D"))).toBe("CONFLICT");
  });

  it("keeps every item exactly once when two people move at once", async () => {
    const { titles, move } = await scene();
    const codes = await codesOf(
      move("A", "Second", null),
      move("C", "First", "A"),
      move("A", "First", null),
      move("B", "First", null),
    );
    expect(codes).toContain("accepted");
    expect([...(await titles("alpha")).join("")].sort().join("")).toBe("ABCD");
  });

  it("does not move across projects", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    const itemId = await stage.item("A");
    const toSectionId = await other.stage.section("First");
    expect(await codeOf(moveItem(access, { itemId, toSectionId, beforeItemId: null, version: 1 }))).toBe(
      "NOT_FOUND",
    );
    const foreign = { itemId: await other.stage.item("A"), toSectionId: await stage.section("First") };
    expect(await codeOf(moveItem(access, { ...foreign, beforeItemId: null, version: 1 }))).toBe("NOT_FOUND");
  });
});

describe("archiveItem and restoreItem", () => {
  it("takes an item with its sub-items away and puts them back where they were", async () => {
    const { stage, access, titles } = await scene();
    const itemId = await stage.item("B");
    const early = await stage.item("B1");
    await archiveItem(access, early);
    await archiveItem(access, itemId);
    await archiveItem(access, itemId);
    expect(await titles("alpha")).toEqual(["AC", "D"]);
    await restoreItem(access, itemId);
    await restoreItem(access, itemId);
    expect(await titles("alpha")).toEqual(["ABC", "D"]);
    const [first] = (await getPhasePage(access, "alpha", new Date())).phase.sections;
    // B1 had been archived on its own before.
    expect(first?.items[1]?.subItems.map(({ title }) => title)).toEqual(["B2"]);
    expect(await stage.events()).toEqual(["item.archived", "item.archived", "item.restored"]);
  });

  it("restores nothing below what is archived", async () => {
    const { stage, access } = await scene();
    const [parent, subItem] = [await stage.item("B"), await stage.item("B1")];
    await archiveItem(access, parent);
    expect(await codeOf(restoreItem(access, subItem))).toBe("RULE");
    await restoreItem(access, parent);
    await archiveItem(access, await stage.item("D"));
    await archiveSection(access, await stage.section("Second"));
    expect(await codeOf(restoreItem(access, await stage.item("D")))).toBe("RULE");
  });

  it("keeps an item that stands for a condition of a passed gate", async () => {
    const { stage, access } = await scene();
    const itemId = await stage.item("E");
    await makeCondition(stage, "E");
    expect(await codeOf(archiveItem(access, itemId))).toBe("RULE");
    expect(await codeOf(archiveSection(access, await stage.section("Third")))).toBe("RULE");
  });

  it("does not find other projects' items", async () => {
    const { access } = await scene();
    const other = await scene();
    expect(await codeOf(archiveItem(access, await other.stage.item("A")))).toBe("NOT_FOUND");
    expect(await codeOf(restoreItem(access, NOBODY))).toBe("NOT_FOUND");
  });
});
