import { describe, expect, it } from "vitest";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { addSection, archiveSection, editSection, moveSection, restoreSection } from "./sections";

useTestDatabase();

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.lead, "plan:edit");
  const alpha = await stage.phase("Alpha");
  const titles = async (phase: string) =>
    (await getPhasePage(access, phase, new Date())).phase.sections.map(({ title }) => title);
  return { stage, access, alpha, titles };
}

describe("sections", () => {
  it("are added at the end, renamed and moved", async () => {
    const { stage, access, alpha, titles } = await scene();
    const added = await addSection(access, { phaseId: alpha, title: "Backups" });
    await editSection(access, { sectionId: added.id, version: 1, title: "Backup and restore" });
    expect(await titles("alpha")).toEqual(["Checklist", "Backup and restore"]);
    const before = await db().checklistSection.findFirstOrThrow({
      where: { phaseId: alpha, title: "Checklist" },
    });
    const move = { sectionId: added.id, toPhaseId: alpha, beforeSectionId: before.id, version: 2 };
    expect(await moveSection(access, move)).toEqual({ version: 3 });
    expect(await moveSection(access, move)).toEqual({ version: 3 });
    expect(await titles("alpha")).toEqual(["Backup and restore", "Checklist"]);
    expect(await stage.events()).toEqual(["section.added", "section.edited", "section.moved"]);
  });

  it("take their items to another phase", async () => {
    const { stage, access, alpha, titles } = await scene();
    const beta = await stage.phase("Beta");
    const { id } = await db().checklistSection.findFirstOrThrow({ where: { phaseId: alpha } });
    await moveSection(access, { sectionId: id, toPhaseId: beta, beforeSectionId: null, version: 1 });
    expect(await titles("alpha")).toEqual([]);
    expect(await titles("beta")).toEqual(["Checklist", "Checklist"]);
    expect(await db().checklistItem.count({ where: { sectionId: id, phaseId: beta } })).toBe(4);
  });

  it("are archived with their items and restored", async () => {
    const { stage, access, alpha, titles } = await scene();
    const { id } = await db().checklistSection.findFirstOrThrow({ where: { phaseId: alpha } });
    await archiveSection(access, id);
    await archiveSection(access, id);
    expect((await getPhasePage(access, "alpha", new Date())).phase.readiness.itemsTotal).toBe(0);
    await restoreSection(access, id);
    await restoreSection(access, id);
    expect(await titles("alpha")).toEqual(["Checklist"]);
    expect(await stage.events()).toEqual(["section.archived", "section.restored"]);
  });

  it("refuse a stale version, lose one of two races, and repeat without a trace", async () => {
    const { stage, access, alpha } = await scene();
    const { id } = await addSection(access, { phaseId: alpha, title: "Backups" });
    const rename = (title: string, version: number) => editSection(access, { sectionId: id, title, version });
    expect(await codesOf(rename("One", 1), rename("Two", 1))).toEqual(["CONFLICT", "accepted"]);
    const { title } = await db().checklistSection.findUniqueOrThrow({ where: { id } });
    expect(await rename(title, 1)).toEqual({ version: 2 });
    const move = { sectionId: id, toPhaseId: await stage.phase("Beta"), beforeSectionId: null, version: 1 };
    expect(await codeOf(moveSection(access, move))).toBe("CONFLICT");
    expect(await stage.events()).toEqual(["section.added", "section.edited"]);
  });

  it("are not reached by lesser roles, strangers or from other projects", async () => {
    const { stage, access, alpha } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    expect(await codeOf(addSection(access, { phaseId: other.alpha, title: "x" }))).toBe("NOT_FOUND");
    const { id } = await db().checklistSection.findFirstOrThrow({ where: { phaseId: other.alpha } });
    expect(await codeOf(editSection(access, { sectionId: id, version: 1, title: "x" }))).toBe("NOT_FOUND");
    expect(await codeOf(archiveSection(access, id))).toBe("NOT_FOUND");
    expect(await codeOf(restoreSection(access, NOBODY))).toBe("NOT_FOUND");
    const mine = await db().checklistSection.findFirstOrThrow({ where: { phaseId: alpha } });
    const away = { sectionId: mine.id, toPhaseId: other.alpha, beforeSectionId: null, version: 1 };
    expect(await codeOf(moveSection(access, away))).toBe("NOT_FOUND");
  });
});
