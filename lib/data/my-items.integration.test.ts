import { expect, it } from "vitest";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { codeOf, makeStage, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openWorkspace } from "./access";
import { db } from "./client";
import { addItem, editItem, setAssignees } from "./item-plan-edits";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { listMyItems, MY_ITEMS_PAGE } from "./my-items";

useTestDatabase();

const mine = (stage: Stage) => openWorkspace(stage.people.member, "workspace:read");

it("lists what is assigned to me and open, due first, undated last", async () => {
  const stage = await makeStage(
    plan([
      planPhase("Alpha", [
        planItem("Late"),
        planItem("Soon"),
        planItem("Some day"),
        planItem("Done"),
        planItem("Gone"),
        planItem("Not mine"),
      ]),
    ]),
  );
  const edit = await stage.open(stage.people.lead, "plan:edit");
  const me = stage.people.member.memberId;
  for (const title of ["Late", "Soon", "Some day", "Done", "Gone"])
    await setAssignees(edit, await stage.item(title), [me]);
  await editItem(edit, { itemId: await stage.item("Late"), version: 2, dueOn: "2026-01-01" });
  await editItem(edit, { itemId: await stage.item("Soon"), version: 2, dueOn: "2099-01-01" });
  await setItemState(await stage.open(stage.people.member, "item:work"), await stage.item("Done"), {
    state: "DONE",
  });
  await archiveItem(edit, await stage.item("Gone"));
  const { items, nextCursor } = await listMyItems(mine(stage), null, new Date("2026-11-21T12:00:00Z"));
  expect(items.map(({ title, overdue, dueOn }) => [title, overdue, dueOn])).toEqual([
    ["Late", true, "2026-01-01"],
    ["Soon", false, "2099-01-01"],
    ["Some day", false, null],
  ]);
  expect(items[0]).toMatchObject({ projectSlug: stage.slug, phaseKey: "alpha", parentTitle: null });
  expect(nextCursor).toBeNull();
});

it("shows a waived item again when its waiver has expired", async () => {
  const stage = await makeStage();
  const itemId = await stage.item("Rotate the keys");
  await setAssignees(await stage.open(stage.people.lead, "plan:edit"), itemId, [
    stage.people.member.memberId,
  ]);
  const waiverExpiresAt = new Date("2026-11-21T00:00:00Z");
  await db().checklistItem.update({ where: { id: itemId }, data: { state: "WAIVED", waiverExpiresAt } });
  const count = async (at: string) => (await listMyItems(mine(stage), null, new Date(at))).items.length;
  expect(await count("2026-11-20T23:59:59Z")).toBe(0);
  expect(await count("2026-11-21T00:00:00Z")).toBe(1);
});

it("pages without a gap, keeps a token to its project, and refuses what is no cursor", async () => {
  const stage = await makeStage();
  const edit = await stage.open(stage.people.lead, "plan:edit");
  const sectionId = await stage.section("Checklist");
  const assigneeIds = [stage.people.member.memberId];
  for (let count = 0; count < MY_ITEMS_PAGE + 3; count++)
    await addItem(edit, {
      sectionId,
      title: `Item ${count}`,
      assigneeIds,
      dueOn: count % 2 ? "2026-12-01" : null,
    });
  const now = new Date();
  const first = await listMyItems(mine(stage), null, now);
  const second = await listMyItems(mine(stage), first.nextCursor, now);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(MY_ITEMS_PAGE + 3);
  expect(second.nextCursor).toBeNull();
  const other = await makeStage();
  const token = { ...stage.people.member, via: "token" as const, onlyProjectId: other.projectId };
  expect((await listMyItems(openWorkspace(token, "workspace:read"), null, now)).items).toEqual([]);
  expect(await codeOf(listMyItems(mine(stage), "nonsense", now))).toBe("INVALID");
});
