import { expect, it } from "vitest";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { listArchived } from "./archived";
import { db } from "./client";
import { archiveCriterion } from "./criteria";
import { archiveItem, restoreItem } from "./item-plan-moves";
import { archivePhase } from "./phase-order";
import { addRisk } from "./risks";
import { archiveSection } from "./sections";
import { setThingArchived } from "./things";

useTestDatabase();

it("lists what was taken out by itself, and not what went along with it", async () => {
  const stage = await makeStage();
  const other = await makeStage();
  const access = await stage.open(stage.people.lead, "plan:edit");
  const titles = async () =>
    (await listArchived(access)).map(({ kind, title, place }) =>
      [kind, title, place].filter(Boolean).join(": "),
    );
  await archiveItem(await other.open(other.people.lead, "plan:edit"), await other.item("Rotate the keys"));
  await archiveItem(access, await stage.item("Write the runbook"));
  await archiveCriterion(access, await stage.criterion("95% of tests pass"));
  const risk = await addRisk(access, { title: "Flood" });
  await setThingArchived(access, "risk", risk.id, true);
  await archivePhase(access, await stage.phase("Beta"));
  expect(await titles()).toEqual([
    "phase: Beta",
    "risk: Flood",
    "criterion: 95% of tests pass: Alpha",
    "item: Write the runbook: Alpha, Checklist",
  ]);
  await restoreItem(access, await stage.item("Write the runbook"));
  await archiveItem(access, await stage.item("Start"));
  expect((await titles())[0]).toBe("item: Start: Alpha, Checklist");
  await archivePhase(access, await stage.phase("Alpha"));
  expect(await titles()).toEqual(["phase: Alpha", "phase: Beta", "risk: Flood"]);
});

it("lists an archived section once, without its items", async () => {
  const stage = await makeStage();
  const access = await stage.open(stage.people.lead, "plan:edit");
  await archiveItem(access, await stage.item("Rotate the keys"));
  const { id } = await db().checklistSection.findFirstOrThrow({
    where: { phaseId: await stage.phase("Alpha") },
  });
  await archiveSection(access, id);
  expect(await listArchived(access)).toMatchObject([{ kind: "section", title: "Checklist", place: "Alpha" }]);
});
