import { expect, it } from "vitest";
import { planToMarkdown } from "@/lib/plan/plan-file/write-plan";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import { db } from "./client";
import { importMarkdown } from "./import-drafts";
import { setAssignees } from "./item-plan-edits";
import { undoMerge } from "./merge-undo";
import { comparePlan } from "./plan-differences";
import { exportPlan } from "./plan-export";
import { mergePlanFile } from "./plan-merges";

useTestDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);
const merge = (text: string) => ({
  content: bytes(text),
  answers: { each: {}, otherwise: null },
  preview: null,
});
const FILE = planToMarkdown(
  plan(
    [
      planPhase("Alpha", [planItem("Rotate", { key: "rotate", assignees: ["ben", "Zed"] })], {
        signOffRules: [{ name: "Security", minimum: 1, people: ["Mo", "Lea"], minimumRole: "MANAGER" }],
      }),
    ],
    { risks: [{ title: "Late", severity: "LOW", mitigation: null, owner: "Ada" }] },
  ),
);

it("names members in a file and finds them again, gives nobody a seat, and undoes what a merge named", async () => {
  const { people } = await makeStage();
  const made = await importMarkdown(openWorkspace(people.manager, "project:create"), {
    name: null,
    content: FILE,
  });
  expect(made.notes.map(({ text }) => text)).toEqual([
    "“Zed” is named in the file, but no member is called so, so this name was left out.",
  ]);
  const access = await openProject(people.lead, made, "plan:edit");
  const { projectId } = made;
  const where = { projectId };
  const item = await db().checklistItem.findFirstOrThrow({ where, include: { assignees: true } });
  expect(item.assignees.map(({ memberId }) => memberId)).toEqual([people.member.memberId]);
  expect(await db().risk.findFirst({ where })).toMatchObject({ ownerId: people.admin.memberId });
  const rule = () => db().signOffRule.findFirstOrThrow({ where, include: { people: true } });
  expect(await rule()).toMatchObject({ minimumRole: "MANAGER" });
  expect((await rule()).people).toHaveLength(2);

  const now = new Date();
  const exported = planToMarkdown(await exportPlan(access, now));
  expect(exported).toContain("- [ ] Rotate `@Ben` <!-- key: rotate -->");
  expect(exported).toContain("- Security: 1 person `role: MANAGER` `@Lea` `@Mo`");
  expect(exported).toContain("| Late | LOW | Ada |  |");
  // The same file again, as it came and as it went out, changes nothing.
  for (const same of [FILE, exported])
    expect(await comparePlan(access, bytes(same), now)).toMatchObject({ changes: [], conflicts: [] });

  const newer = exported
    .replace("`@Ben`", "`@Lea` `@mo`")
    .replace("`@Lea` `@Mo`", "`@Mo`")
    .replace("Ada", "Vi");
  expect((await comparePlan(access, bytes(newer), now)).changes).toMatchObject([
    { noun: "item", field: "assignees", from: ["Ben"], to: ["Lea", "Mo"] },
    { noun: "sign-off rule", field: "people", from: ["Lea", "Mo"], to: ["Mo"] },
    { noun: "risk", field: "owner", from: "Ada", to: "Vi" },
  ]);
  const { id } = await mergePlanFile(access, merge(newer));
  const assigned = async () =>
    (await db().itemAssignee.findMany({ where: { itemId: item.id } })).map(({ memberId }) => memberId).sort();
  const both = [people.lead.memberId, people.manager.memberId].sort();
  expect(await assigned()).toEqual(both);
  expect((await rule()).people).toHaveLength(1);
  expect(await db().risk.findFirst({ where })).toMatchObject({ ownerId: people.viewer.memberId });
  const told = await db().auditEvent.findFirstOrThrow({ where: { chain: projectId, action: "item.edited" } });
  expect(JSON.parse(told.canonical).data).toMatchObject({
    assigneeIds: { from: [people.member.memberId], to: both },
    fields: ["assigneeIds"],
  });
  expect(await mergePlanFile(access, merge(newer))).toMatchObject({ id: null });

  await undoMerge(access, { mergeId: id ?? "" });
  expect(await assigned()).toEqual([people.member.memberId]);
  expect((await rule()).people).toHaveLength(2);
  expect(await db().risk.findFirst({ where })).toMatchObject({ ownerId: people.admin.memberId });

  // Somebody assigned here stays, whatever an older file says.
  await setAssignees(access, item.id, [people.lead.memberId]);
  await mergePlanFile(access, merge(exported));
  expect(await assigned()).toEqual([people.lead.memberId]);
  expect(await db().member.count({ where: { user: { name: "Zed" } } })).toBe(0);
});
