import { expect, it } from "vitest";
import { dayFromNow, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject } from "./access";
import { db } from "./client";
import { editItem, setAssignees } from "./item-plan-edits";

useTestDatabase();

async function scene() {
  const made = await makeGateScene();
  const edit = await openProject(made.ben, { projectId: made.projectId }, "plan:edit");
  const setRole = (memberId: string, role: "VIEWER" | "MEMBER") =>
    db().projectRole.create({ data: { projectId: made.projectId, memberId, role } });
  return { ...made, edit, setRole, runbook: made.itemId("Write the runbook") };
}

it("assigns an item to people who may work, and says who may not", async () => {
  const { edit, runbook, vera, chidi } = await scene();
  expect(await refusalOf(setAssignees(edit, runbook, [vera.memberId]))).toMatchObject({
    code: "INVALID",
    fields: {
      assigneeIds: ["Vera has the role Viewer here. Choose people with the role Team Member or above."],
    },
  });
  expect(await refusalOf(setAssignees(edit, runbook, [NOBODY]))).toMatchObject({
    fields: { assigneeIds: [expect.stringMatching(/^Not a member/)] },
  });
  expect(await setAssignees(edit, runbook, [chidi.memberId])).toEqual({ version: 2 });
});

it("goes by the role in the project, and leaves who was named before in their place", async () => {
  const { edit, runbook, vera, chidi, setRole } = await scene();
  await setRole(vera.memberId, "MEMBER");
  await setAssignees(edit, runbook, [vera.memberId]);
  await db().projectRole.deleteMany({ where: { memberId: vera.memberId } });
  const both = [vera.memberId, chidi.memberId];
  expect(await editItem(edit, { itemId: runbook, version: 2, assigneeIds: both.sort() })).toEqual({
    version: 3,
  });
});

it("names nobody who could never sign under a rule", async () => {
  const { ana, addRule, editRule, phaseId, ruleId, vera, ben } = await scene();
  const refused = {
    code: "INVALID",
    fields: { memberIds: [expect.stringMatching(/^Vera has the role Viewer here/)] },
  };
  const people = [ben.memberId, vera.memberId].sort();
  const rule = { phaseId: phaseId("Alpha"), name: "Security", minimum: 1, minimumRole: "LEAD" } as const;
  expect(await refusalOf(addRule(ana, { ...rule, memberIds: people }))).toMatchObject(refused);
  const edit = { ruleId: ruleId("Alpha"), version: 1, memberIds: people };
  expect(await refusalOf(editRule(ana, edit))).toMatchObject(refused);
});

it("gives a condition to nobody who could not do it", async () => {
  const { makeReady, review, decide, ben, mara, vera } = await scene();
  await makeReady();
  await review(ben);
  const condition = { text: "Rehearse it", ownerId: vera.memberId, dueOn: dayFromNow(7) };
  expect(await refusalOf(decide(mara, { outcome: "CONDITIONAL_GO", conditions: [condition] }))).toMatchObject(
    { code: "INVALID", fields: { "conditions.0.ownerId": [expect.stringMatching(/Viewer/)] } },
  );
});
