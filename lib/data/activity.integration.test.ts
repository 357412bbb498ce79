import { expect, it } from "vitest";
import { type GateScene, makeGateScene } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject } from "./access";
import { getActivity } from "./activity";
import { db } from "./client";
import { addComment } from "./comments";
import { moveItem } from "./item-plan-moves";
import { addSection, editSection } from "./sections";

useTestDatabase();

const actionsIn = async (scene: GateScene, phase: string) => {
  const access = await scene.open(scene.vera);
  const { entries } = await getActivity(access, null, { phaseId: scene.phaseId(phase) });
  return entries.map(({ action }) => action);
};

it("of a phase is what was done in it, and what moved out of it and into it", async () => {
  const scene = await makeGateScene();
  const { chidi, ben, projectId, itemId, phaseId } = scene;
  const work = await openProject(chidi, { projectId }, "item:work");
  const edit = await openProject(ben, { projectId }, "plan:edit");
  await scene.set(chidi, "Rotate the keys", "DONE");
  await addComment(work, { itemId: itemId("Rotate the keys"), body: "Done today." });
  await scene.measure(chidi, 97);
  await scene.sign(ben);
  await scene.review(ben);
  await scene.set(chidi, "Invite customers", "IN_PROGRESS");
  const section = await addSection(edit, { phaseId: phaseId("Beta"), title: "Backups" });
  await editSection(edit, { sectionId: section.id, version: 1, title: "Restores" });
  const item = await db().checklistItem.findUniqueOrThrow({ where: { id: itemId("Write the runbook") } });
  await moveItem(edit, {
    itemId: item.id,
    toSectionId: section.id,
    beforeItemId: null,
    version: item.version,
  });

  expect(await actionsIn(scene, "Alpha")).toEqual([
    "item.moved",
    "review.requested",
    "sign-off.signed",
    "measurement.recorded",
    "comment.added",
    "item.state",
  ]);
  expect(await actionsIn(scene, "Beta")).toEqual([
    "item.moved",
    "section.edited",
    "section.added",
    "item.state",
  ]);
  expect(await actionsIn(scene, "Launch")).toEqual([]);
});
