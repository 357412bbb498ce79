import { expect, it } from "vitest";
import { parsePlan } from "@/lib/plan/parse-plan";
import { lagOf } from "@/lib/plan/plan-file/lag";
import { planToMarkdown } from "@/lib/plan/plan-file/write-plan";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject, openWorkspace } from "./access";
import { db } from "./client";
import { verifyCell } from "./configuration-cells";
import { importMarkdown } from "./import-drafts";
import { setItemState } from "./item-state";
import { comparePlan } from "./plan-differences";
import { exportPlan } from "./plan-export";
import { acceptRisk } from "./risks";
import { recordRehearsal } from "./rollback";
import { signOff } from "./sign-offs";

useTestDatabase();

const GIVEN = plan([planPhase("Alpha", [planItem("Rotate")], { key: "alpha", rollback: ["Redeploy"] })], {
  environments: { columns: ["Staging", "Production"], rows: [{ key: "MAIL_HOST", values: ["a", "b"] }] },
  risks: [{ title: "Late", severity: "HIGH", mitigation: null }],
});

it("tells in a file what people did, and makes nothing of it true elsewhere", async () => {
  const { people, projectId, slug } = await makeStage(GIVEN);
  const today = new Date().toISOString().slice(0, 10);
  const work = await openProject(people.member, { projectId }, "item:work");
  const decide = await openProject(people.manager, { projectId }, "item:work");
  const accept = await openProject(people.manager, { projectId }, "gate:decide");
  const configurationItem = await db().configurationItem.findFirstOrThrow({ where: { projectId } });
  const production = await db().environment.findFirstOrThrow({ where: { projectId, name: "Production" } });
  const risk = await db().risk.findFirstOrThrow({ where: { projectId } });
  const itemId = (await db().checklistItem.findFirstOrThrow({ where: { projectId } })).id;
  await setItemState(work, itemId, { state: "DONE" });
  await setItemState(decide, itemId, { state: "VERIFIED" });
  await verifyCell(work, {
    configurationItemId: configurationItem.id,
    environmentId: production.id,
    version: null,
    verified: true,
  });
  await acceptRisk(accept, {
    id: risk.id,
    version: null,
    reason: "Two weeks of slack.",
    until: "2099-12-31",
  });
  await recordRehearsal(work, "alpha", { rehearsedOn: "2026-03-01", outcome: "FAILED", note: "no | disk" });
  await signOff(await openProject(people.lead, { projectId }, "gate:sign"), {
    phase: "alpha",
    rule: "Approval",
    decision: "APPROVED",
    comment: null,
  });
  const record = [
    `Sign-off of Alpha: given by Lea under “Approval” on ${today}`,
    `Item “Rotate”: verified by Mo on ${today}`,
    `MAIL_HOST in Production: verified by Ben on ${today}`,
    `Risk “Late”: accepted by Mo on ${today}, until 2099-12-31: Two weeks of slack.`,
    "Rollback of Alpha: rehearsed on 2026-03-01, told by Ben: it failed: no | disk",
  ];
  const exported = await exportPlan(work, new Date());
  expect(exported.record).toEqual(record);
  const file = planToMarkdown(exported);
  expect(file).toContain("## Record\n");
  expect(parsePlan(file).plan).toMatchObject({ record, unplaced: [] });

  // What people did makes no other plan: neither for a merge, nor for the check of a file.
  const edit = await openProject(people.lead, { projectId }, "plan:edit");
  const compared = await comparePlan(edit, new TextEncoder().encode(file), new Date());
  expect(compared).toMatchObject({ changes: [], conflicts: [], kept: [], notes: [] });
  const more = await comparePlan(edit, new TextEncoder().encode(`${file}- Ben bought cake\n`), new Date());
  expect(more).toMatchObject({
    changes: [],
    notes: [expect.stringContaining(": “Ben bought cake”. A merge")],
  });
  expect(lagOf({ ...exported, record: [] }, exported)).toBeNull();

  const made = await importMarkdown(openWorkspace(people.manager, "project:create"), {
    name: "Copy",
    content: file,
  });
  expect(made.slug).not.toBe(slug);
  expect(made.notes.map(({ text }) => text)).toEqual([
    expect.stringContaining("tells of 5 things people did"),
  ]);
  const there = { projectId: made.projectId };
  expect(
    await db().configurationValue.count({ where: { configurationItem: there, verifiedAt: { not: null } } }),
  ).toBe(0);
  expect(await db().risk.findFirst({ where: there })).toMatchObject({ state: "OPEN", acceptedById: null });
  expect(await db().rollbackRehearsal.count({ where: there })).toBe(0);
  expect(await db().signOff.count({ where: there })).toBe(0);
  expect(await db().checklistItem.count({ where: { ...there, state: "VERIFIED" } })).toBe(0);

  // Told on, and behind what was done here.
  const copy = await openProject(people.member, there, "item:work");
  await recordRehearsal(copy, "alpha", { rehearsedOn: "2026-03-02", outcome: "WORKED", note: null });
  expect((await exportPlan(copy, new Date())).record).toEqual([
    "Rollback of Alpha: rehearsed on 2026-03-02, told by Ben: it worked",
    ...record,
  ]);
});
