import { describe, expect, it } from "vitest";
import { TEMPLATES } from "@/lib/plan/templates";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import type { Actor } from "./actor";
import { db } from "./client";
import { addCriterion } from "./criteria";
import { addEnvironment } from "./environments";
import { addItem as addItemTo, editItem } from "./item-plan-edits";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { addPhase, editPhase } from "./phases";
import { exportPlan } from "./plan-export";
import { addRisk } from "./risks";
import { addSection } from "./sections";
import { followTemplate, getTemplateNews, getTemplateOrigin } from "./template-origin";
import { answerTemplate, takeOverChange } from "./template-take-over";
import { archiveTemplate, createProjectFromStart, restoreTemplate, saveTemplate } from "./template-writes";
import { getTemplate, listTemplates } from "./templates";

useTestDatabase();

async function scene() {
  const stage = await makeStage();
  const { manager, outsider } = stage.people;
  const access = openWorkspace(manager, "project:create");
  const elsewhere = openWorkspace(outsider, "project:create");
  const save = (name = "Our way", summary = "") =>
    saveTemplate(access, { projectId: stage.projectId }, { name, summary }, new Date());
  const told = async () =>
    (
      await db().auditEvent.findMany({
        where: { chain: stage.workspaceId, action: { startsWith: "template." } },
        orderBy: { seq: "asc" },
      })
    ).map(({ action }) => action);
  const addItem = async (title: string) => {
    const { id, ...row } = await db().checklistItem.findFirstOrThrow({
      where: { projectId: stage.projectId, title: "Write the runbook" },
    });
    await db().checklistItem.create({ data: { ...row, key: title, title } });
    return id;
  };
  return { stage, access, elsewhere, save, told, addItem };
}

const planOf = async (actor: Actor, projectId: string) =>
  exportPlan(await openProject(actor, { projectId }, "project:read"), new Date());

describe("templates that come with the product", () => {
  it("are listed with what they hold, and start projects that remember them", async () => {
    const { stage, access } = await scene();
    const listed = await listTemplates(access);
    expect(listed.map(({ key }) => key)).toEqual(TEMPLATES.map(({ key }) => key));
    for (const { key, counts } of listed) {
      const { projectId } = await createProjectFromStart(access, { name: `From ${key}`, start: key });
      const made = await planOf(stage.people.manager, projectId);
      const { plan } = await getTemplate(access, key);
      expect(made.phases.length).toBe(counts.phases);
      expect(made.phases.map(({ key: _, ...phase }) => phase)).toMatchObject(
        plan.phases.map(({ name, goals, scope, sections }) => ({ name, goals, scope, sections })),
      );
      expect(await db().checklistItem.count({ where: { projectId } })).toBe(counts.items);
      expect(await db().criterion.count({ where: { projectId } })).toBe(counts.criteria);
      expect(await db().project.findUnique({ where: { id: projectId } })).toMatchObject({
        templateKey: key,
        templateVersion: 1,
      });
    }
  });

  it("are not asked for by keys that nothing has", async () => {
    const { access } = await scene();
    for (const start of ["nothing", NOBODY, "", "Empty"])
      expect(await codeOf(createProjectFromStart(access, { name: "x", start }))).toBe("NOT_FOUND");
    const { projectId } = await createProjectFromStart(access, { name: "x", start: "empty" });
    expect(await db().project.findUnique({ where: { id: projectId } })).toMatchObject({ templateKey: null });
  });
});

describe("a project saved as a template", () => {
  it("starts projects with its requirements, and nothing of its work", async () => {
    const { stage, access, save, told } = await scene();
    const work = await stage.open(stage.people.member, "item:work");
    await setItemState(work, await stage.item("Rotate the keys"), { state: "DONE" });
    const { key, version } = await save("Our way", "For portals.");
    expect(version).toBe(1);
    expect((await listTemplates(access))[0]).toMatchObject({
      key,
      title: "Our way",
      summary: "For portals.",
      version: 1,
      isBuiltIn: false,
      counts: { phases: 2, items: 5, criteria: 1 },
    });
    const { projectId } = await createProjectFromStart(access, { name: "Second portal", start: key });
    expect(await db().checklistItem.count({ where: { projectId } })).toBe(5);
    expect(await db().checklistItem.count({ where: { projectId, state: { not: "OPEN" } } })).toBe(0);
    expect(await db().project.findUnique({ where: { id: projectId } })).toMatchObject({
      templateKey: key,
      templateVersion: 1,
    });
    expect(await told()).toEqual(["template.saved"]);
  });

  it("gets a version more when it is saved again, and none when nothing changed", async () => {
    const { access, save, told, addItem } = await scene();
    const first = await save();
    expect(await save()).toEqual(first);
    expect(await told()).toEqual(["template.saved"]);
    await addItem("Second thought");
    expect(await save("OUR WAY")).toEqual({ key: first.key, version: 2 });
    const { title, version, counts } = await getTemplate(access, first.key);
    expect({ title, version, items: counts.items }).toEqual({ title: "OUR WAY", version: 2, items: 6 });
    expect(await db().templateVersion.count({ where: { templateId: first.key } })).toBe(2);
    expect(await told()).toEqual(["template.saved", "template.saved"]);
  });

  it("is saved once by two at once", async () => {
    const { save, told } = await scene();
    const [one, two] = await Promise.all([save(), save()]);
    expect(one).toEqual(two);
    expect(await told()).toEqual(["template.saved"]);
  });

  it("is archived and restored, each once; saving again brings it back", async () => {
    const { access, save, told } = await scene();
    const { key } = await save();
    const id = { templateId: key };
    await archiveTemplate(access, id);
    await archiveTemplate(access, id);
    expect(await codeOf(getTemplate(access, key))).toBe("NOT_FOUND");
    expect(await codeOf(createProjectFromStart(access, { name: "x", start: key }))).toBe("NOT_FOUND");
    await restoreTemplate(access, id);
    await restoreTemplate(access, id);
    await archiveTemplate(access, id);
    expect(await save()).toEqual({ key, version: 1 });
    expect((await getTemplate(access, key)).version).toBe(1);
    expect(await told()).toEqual([
      "template.saved",
      "template.archived",
      "template.restored",
      "template.archived",
      "template.saved",
    ]);
  });

  it("does not take the name of one that comes with the product", async () => {
    const { save } = await scene();
    expect(await codeOf(save("launch"))).toBe("INVALID");
  });

  it("is out of reach of lesser roles, strangers and tokens for one project", async () => {
    const { stage, access, elsewhere, save } = await scene();
    const { key } = await save();
    expect(await codeOf((async () => openWorkspace(stage.people.lead, "project:create"))())).toBe(
      "FORBIDDEN",
    );
    expect((await listTemplates(elsewhere)).every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
    expect(await codeOf(getTemplate(elsewhere, key))).toBe("NOT_FOUND");
    expect(await codeOf(createProjectFromStart(elsewhere, { name: "x", start: key }))).toBe("NOT_FOUND");
    expect(await codeOf(archiveTemplate(elsewhere, { templateId: key }))).toBe("NOT_FOUND");
    const words = { name: "Theirs", summary: "" };
    for (const address of [{ projectId: stage.projectId }, { slug: stage.slug }])
      expect(await codeOf(saveTemplate(elsewhere, address, words, new Date()))).toBe("NOT_FOUND");
    expect(await codeOf(archiveTemplate(access, { templateId: NOBODY }))).toBe("NOT_FOUND");
    const limited = openWorkspace(
      { ...stage.people.manager, onlyProjectId: stage.projectId },
      "workspace:read",
    );
    expect((await listTemplates(limited)).every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
    expect(await codeOf(getTemplate(limited, key))).toBe("NOT_FOUND");
  });
});

describe("a project whose template moved on", () => {
  async function followed() {
    const { stage, access, save, addItem } = await scene();
    const { key } = await save();
    const { projectId } = await createProjectFromStart(access, { name: "Second portal", start: key });
    const open = <P extends "project:read" | "plan:edit">(actor: Actor, permission: P) =>
      openProject(actor, { projectId }, permission);
    const news = async () => getTemplateNews(await open(stage.people.viewer, "project:read"), new Date());
    return { stage, access, save, addItem, key, projectId, open, news };
  }

  it("is told what is new, and not what was ticked, dated or done in it", async () => {
    const { stage, save, addItem, key, projectId, open, news } = await followed();
    expect(await news()).toBeNull();
    const { id } = await db().checklistItem.findFirstOrThrow({ where: { projectId, level: "MUST" } });
    await setItemState(await openProject(stage.people.member, { projectId }, "item:work"), id, {
      state: "DONE",
    });
    await addItem("Second thought");
    await save("Our way", "Reworded.");
    const found = await news();
    expect(found?.origin).toMatchObject({ key, title: "Our way", version: 1, newest: 2, isArchived: false });
    expect(found?.conflicts).toEqual([]);
    expect(found?.changes.map(({ kind, noun, title }) => [kind, noun, title])).toEqual([
      ["added", "item", "Second thought"],
    ]);
    const access = await open(stage.people.lead, "plan:edit");
    const events = () => db().auditEvent.count({ where: { chain: projectId } });
    const before = await events();
    await Promise.all([followTemplate(access, { version: 2 }), followTemplate(access, { version: 2 })]);
    await followTemplate(access, { version: 1 });
    expect(await events()).toBe(before + 1);
    expect(await getTemplateOrigin(access)).toMatchObject({ version: 2, newest: 2 });
    expect(await news()).toBeNull();
    expect(await codeOf(followTemplate(access, { version: 3 }))).toBe("INVALID");
  });

  it("takes changes over one by one, each once, also by two at once", async () => {
    const { stage, save, addItem, projectId, open, news } = await followed();
    await addItem("Second thought");
    const source = await stage.open(stage.people.lead, "plan:edit");
    await addSection(source, { phaseId: await stage.phase("Beta"), title: "Tides" });
    const sectionId = await stage.section("Tides");
    await addItemTo(source, {
      sectionId,
      title: "Watch the tide",
      level: "MUST",
      acceptance: "Seen.",
      area: "Sea",
    });
    await archiveItem(source, await stage.item("Invite customers"));
    await editItem(source, { itemId: await stage.item("Rotate the keys"), version: 1, level: "COULD" });
    await save();
    const access = await open(stage.people.lead, "plan:edit");
    const wishes = async () =>
      ((await news())?.changes ?? []).map((change) => ({
        ...change,
        field: change.kind === "edited" ? change.field : null,
      }));
    const take = (wish: Awaited<ReturnType<typeof wishes>>[number]) => takeOverChange(access, wish);
    const [first, ...rest] = await wishes();
    expect([first, ...rest].map((each) => `${each?.kind} ${each?.noun} ${each?.title}`).sort()).toEqual([
      "added item Second thought",
      "added item Watch the tide",
      "added section Tides",
      "archived item Invite customers",
      "edited item Rotate the keys",
    ]);
    const tide = rest.find(({ title }) => title === "Watch the tide");
    if (!first || !tide) throw new Error("The list of changes is another.");
    // It brings the section along, which is then not in the list any more.
    expect(await codeOf(take(tide))).toBe("accepted");
    for (const wish of [first, ...rest])
      expect(["accepted", "CONFLICT"]).toContain((await codesOf(take(wish), take(wish)))[1]);
    expect(await wishes()).toEqual([]);
    expect(await codeOf(take(first))).toBe("CONFLICT");
    const items = await db().checklistItem.findMany({ where: { projectId, archivedAt: null } });
    expect(items.map(({ title, level }) => `${title}: ${level}`).sort()).toEqual([
      "Rotate the keys: COULD",
      "Second thought: SHOULD",
      "Start: SHOULD",
      "Stop: SHOULD",
      "Watch the tide: MUST",
      "Write the runbook: SHOULD",
    ]);
    expect(await db().checklistSection.count({ where: { projectId, title: "Tides" } })).toBe(1);
  });

  it("takes over whatever else a plan holds", async () => {
    const { stage, save, projectId, open, news } = await followed();
    const source = await stage.open(stage.people.lead, "plan:edit");
    const phaseId = await stage.phase("Alpha");
    const { version } = await db().phase.findUniqueOrThrow({ where: { id: phaseId } });
    await editPhase(source, { phaseId, version, goals: ["Learn", "Sleep"], minimumScore: 95 });
    await addCriterion(source, { phaseId: null, text: "Nobody complains" });
    await addRisk(source, { title: "The tide", severity: "HIGH" });
    await addEnvironment(source, { name: "Harbour" });
    await addPhase(source, { name: "Sail" });
    await save();
    const access = await open(stage.people.lead, "plan:edit");
    for (let left = 20; left > 0; left--) {
      const [change] = (await news())?.changes ?? [];
      if (!change) break;
      const field =
        change.kind === "edited" ? change.field : change.kind === "reordered" ? change.what : null;
      await takeOverChange(access, { ...change, field });
    }
    expect((await news())?.changes).toEqual([]);
    const plan = await exportPlan(access, new Date());
    expect(plan.phases.map(({ name, goals, minimumScore }) => [name, goals, minimumScore])).toEqual(
      expect.arrayContaining([
        ["Alpha", ["Learn", "Sleep"], 95],
        ["Sail", [], undefined],
      ]),
    );
    expect(plan.criteria.map(({ text }) => text)).toContain("Nobody complains");
    expect(plan.risks).toMatchObject([{ title: "The tide", severity: "HIGH" }]);
    expect(plan.environments?.columns).toContain("Harbour");
    expect(await db().signOffRule.count({ where: { projectId, phase: { name: "Sail" } } })).toBe(1);
  });

  it("decides what both changed, for the template or for itself, until the template moves on again", async () => {
    const { stage, save, projectId, open, news } = await followed();
    const source = await stage.open(stage.people.lead, "plan:edit");
    const access = await open(stage.people.lead, "plan:edit");
    const own = (title: string) =>
      db().checklistItem.findFirstOrThrow({ where: { projectId, title, archivedAt: null } });
    const theirs = await stage.item("Rotate the keys");
    await editItem(source, { itemId: theirs, version: 1, level: "COULD", title: "Rotate all keys" });
    await archiveItem(source, await stage.item("Invite customers"));
    const keys = await own("Rotate the keys");
    await editItem(access, { itemId: keys.id, version: 1, level: "SHOULD", title: "Rotate some keys" });
    const invitation = await own("Invite customers");
    await editItem(access, { itemId: invitation.id, version: 1, title: "Invite five customers" });
    await save();
    const asked = async () => (await news())?.conflicts ?? [];
    const named = async (kind: string, field?: string) =>
      (await asked()).find((one) => one.kind === kind && (one.kind !== "field" || one.field === field))?.id ??
      "";
    const [title, level, gone] = [
      await named("field", "title"),
      await named("field", "level"),
      await named("gone from the file"),
    ];
    expect(await asked()).toHaveLength(3);
    const answers = { [title]: "project", [level]: "template", [gone]: "template" } as const;
    expect(await codeOf(answerTemplate(access, { answers: { ...answers, nothing: "project" } }))).toBe(
      "CONFLICT",
    );
    expect(await asked()).toHaveLength(3);
    expect(await codeOf(answerTemplate(access, { answers }))).toBe("accepted");
    expect(await db().checklistItem.findUnique({ where: { id: keys.id } })).toMatchObject({
      title: "Rotate some keys",
      level: "COULD",
    });
    expect(
      (await db().checklistItem.findUnique({ where: { id: invitation.id } }))?.archivedAt,
    ).not.toBeNull();
    expect(await news()).toMatchObject({ changes: [], conflicts: [], kept: [{ id: title }] });
    const events = () => db().auditEvent.count({ where: { chain: projectId } });
    const before = await events();
    const keep = { answers: { [title]: "project" } } as const;
    await Promise.all([answerTemplate(access, keep), answerTemplate(access, keep)]);
    expect(await events()).toBe(before);
    expect(await codeOf(answerTemplate(access, { answers: { [level]: "template" } }))).toBe("CONFLICT");
    await answerTemplate(access, { answers: { [title]: null } });
    expect(await news()).toMatchObject({ conflicts: [{ id: title }], kept: [] });
    await answerTemplate(access, keep);
    await editItem(source, { itemId: theirs, version: 2, title: "Rotate every key" });
    await save();
    expect(await news()).toMatchObject({ conflicts: [{ id: title }], kept: [] });
    await answerTemplate(access, { answers: { [title]: "template" } });
    expect(await own("Rotate every key")).toMatchObject({ id: keys.id });
  });

  it("keeps to itself what it is, and knows when it came otherwise", async () => {
    const { stage, access, key, open } = await followed();
    expect(await codeOf(open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    await archiveTemplate(access, { templateId: key });
    expect(await getTemplateOrigin(await open(stage.people.viewer, "project:read"))).toMatchObject({
      isArchived: true,
    });
    const own = await stage.open(stage.people.lead, "plan:edit");
    expect(await getTemplateOrigin(own)).toBeNull();
    expect(await getTemplateNews(own, new Date())).toBeNull();
    expect(await codeOf(followTemplate(own, { version: 1 }))).toBe("INVALID");
  });
});
