import { describe, expect, it } from "vitest";
import { type GateScene, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject } from "./access";
import { db } from "./client";
import { getGateRoom } from "./gate-room";
import { archiveItem, moveItem, restoreItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { archiveSection } from "./sections";
import { writeProject } from "./write";

useTestDatabase();

const REASON = "We looked at it together and want to wait for the drill.";

const roomOf = async (scene: GateScene, actor = scene.vera) =>
  getGateRoom(await scene.open(actor), "alpha", new Date());

/** An edit of the plan as its writer records it. */
const recordEdit = async (
  scene: GateScene,
  change: { action: string; targetType: string; targetId: string; data: Record<string, unknown> },
) =>
  writeProject(await scene.open(scene.ben), async ({ record }) =>
    record({ ...change, phase: scene.phaseId("Alpha") }),
  );

describe("notes on integrity", () => {
  it("tell who lowered a bar lately, and link to it", async () => {
    const scene = await makeGateScene();
    expect((await roomOf(scene)).notes).toEqual([]);
    await recordEdit(scene, {
      action: "criterion.edited",
      targetType: "criterion",
      targetId: scene.criterionId,
      data: { fields: ["target"], target: { from: 99, to: 95 } },
    });
    await recordEdit(scene, {
      action: "phase.edited",
      targetType: "phase",
      targetId: scene.phaseId("Alpha"),
      data: { fields: ["minimumScore"], minimumScore: { from: 80, to: 60 } },
    });
    const { notes } = await roomOf(scene);
    expect(notes.map(({ text, by }) => `${text} by ${by}`)).toEqual([
      "The minimum score was lowered from 80 to 60 by Ben",
      "The target of “95% of tests pass” was lowered from 99 to 95 by Ben",
    ]);
    expect(notes[1]?.href).toBe(`/projects/${scene.slug}/criteria/${scene.criterionId}`);
  });

  it("tell what was moved away, archived, or set not applicable, until it is back", async () => {
    const scene = await makeGateScene();
    const edit = await openProject(scene.ben, { projectId: scene.projectId }, "plan:edit");
    const itemId = scene.itemId("Rotate the keys");
    const notes = async () => (await roomOf(scene)).notes.map(({ text, by }) => `${text} by ${by}`);
    const sectionOf = async (phase: string) =>
      (await db().checklistSection.findFirstOrThrow({ where: { phaseId: scene.phaseId(phase) } })).id;
    const move = async (phase: string) => {
      const { version } = await db().checklistItem.findUniqueOrThrow({ where: { id: itemId } });
      await moveItem(edit, { itemId, toSectionId: await sectionOf(phase), beforeItemId: null, version });
    };

    await move("Beta");
    expect(await notes()).toEqual(["The Must “Rotate the keys” was moved to “Beta” by Ben"]);
    await move("Alpha");
    expect(await notes()).toEqual([]);

    const work = await openProject(scene.chidi, { projectId: scene.projectId }, "item:work");
    await setItemState(work, itemId, { state: "NOT_APPLICABLE", reason: "No keys" });
    expect(await notes()).toEqual(["The Must “Rotate the keys” was set not applicable by Chidi"]);
    await setItemState(work, itemId, { state: "OPEN" });
    expect(await notes()).toEqual([]);

    await archiveItem(edit, itemId);
    expect(await notes()).toEqual(["The Must “Rotate the keys” was taken out of the plan by Ben"]);
    await restoreItem(edit, itemId);
    await archiveSection(edit, await sectionOf("Alpha"));
    expect(await notes()).toEqual([
      "The section “Checklist” with what must be done in it was taken out of the plan by Ben",
    ]);
  });

  it("say nothing of edits that made it harder, or are long past", async () => {
    const scene = await makeGateScene();
    await recordEdit(scene, {
      action: "criterion.edited",
      targetType: "criterion",
      targetId: scene.criterionId,
      data: { fields: ["target"], target: { from: 90, to: 95 } },
    });
    expect((await roomOf(scene)).notes).toEqual([]);
    const later = new Date(Date.now() + 15 * 86_400_000);
    expect((await getGateRoom(await scene.open(scene.vera), "alpha", later)).notes).toEqual([]);
  });

  it("count many ticks in the last hour", async () => {
    const scene = await makeGateScene();
    const alpha = { projectId: scene.projectId, phaseId: scene.phaseId("Alpha") };
    const section = await db().checklistSection.findFirstOrThrow({ where: alpha });
    await db().checklistItem.createMany({
      data: [1, 2, 3, 4, 5].map((position) => ({
        ...alpha,
        sectionId: section.id,
        key: `rush-${position}`,
        title: `Rush ${position}`,
        position,
        state: "DONE" as const,
        stateAt: new Date(),
      })),
    });
    expect((await roomOf(scene)).notes).toMatchObject([{ text: "5 items were ticked in the last hour" }]);
  });
});

describe("since the last decision", () => {
  it("is nothing before the first", async () => {
    expect((await roomOf(await makeGateScene())).since).toBeNull();
  });

  it("tells what is fixed, what is new, and how the score moved", async () => {
    const scene = await makeGateScene();
    await scene.set(scene.chidi, "Write the runbook", "DONE");
    await scene.sign(scene.ben);
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome: "HOLD", reason: REASON });
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    await scene.measure(scene.chidi, 97);
    await scene.set(scene.chidi, "Write the runbook", "OPEN");
    const { since } = await roomOf(scene);
    expect(since).toMatchObject({
      outcome: "HOLD",
      reviewNumber: 1,
      score: { from: 14, to: 85 },
      remaining: [],
    });
    expect(since?.fixed).toEqual([
      '"Rotate the keys" must be done.',
      'The criterion "95% of tests pass" is not met.',
      "The readiness score is 14, and the gate asks for 80 at least.",
    ]);
    expect(since?.added).toEqual(['The sign-off "Engineering" is stale: what was signed has changed.']);
  });
});

it("tells the reader what they may do", async () => {
  const scene = await makeGateScene();
  await scene.review(scene.mara);
  expect((await roomOf(scene, scene.mara)).project.may).toMatchObject({
    decide: true,
    whyNotDecide: expect.stringContaining("requested"),
  });
  expect((await roomOf(scene, scene.ana)).project.may).toMatchObject({ decide: true, whyNotDecide: null });
  expect((await roomOf(scene, scene.vera)).project.may).toMatchObject({ decide: false });
});

it("knows no phase of this name", async () => {
  const scene = await makeGateScene();
  const access = await scene.open(scene.vera);
  expect(await refusalOf(getGateRoom(access, "nowhere", new Date()))).toMatchObject({ code: "NOT_FOUND" });
});
