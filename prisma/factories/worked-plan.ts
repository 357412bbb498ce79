import { openProject, openWorkspace } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { addComment } from "@/lib/data/comments";
import { addNoteEvidence } from "@/lib/data/evidence";
import { importMarkdown } from "@/lib/data/import-drafts";
import { setItemState } from "@/lib/data/item-state";
import { exportPlan } from "@/lib/data/plan-export";
import { makeStage } from "./stage";

/** A plan with everything a plan holds. */
export const WORKED_PLAN = `# Portal

## Phase 1: Alpha (HIGH)

**Goals**
- Learn

### Security
- [ ] 1.1 Rotate the keys
  - Test: the old key is refused
- [x] 1.2 Close the ports
  - [ ] Tell the network team
- [ ] 1.3 Write the runbook

### Backups
- [ ] 1.4 Restore a backup

### Exit criteria
- [ ] 95% of tests pass
- [ ] Legal agrees

## Phase 2: Beta
- [ ] Invite customers
- [ ] Watch the dashboards

## Risks
| Risk | Severity | Mitigation |
|---|---|---|
| Vendor is late | High | Start early |
| Nobody comes | Low | Advertise |
`;

/** A project imported from it, with people, ticks, evidence and comments in it. */
export async function makeWorkedPlan(content = WORKED_PLAN) {
  const stage = await makeStage();
  const made = await importMarkdown(openWorkspace(stage.people.manager, "project:create"), {
    name: "Customer portal two",
    content,
  });
  const { projectId, slug } = made;
  const access = await openProject(stage.people.lead, made, "plan:edit");
  const working = await openProject(stage.people.member, made, "item:work");
  const item = async (title: string) =>
    (await db().checklistItem.findFirstOrThrow({ where: { projectId, title, archivedAt: null } })).id;
  return {
    ...{ stage, made, projectId, slug, access, working, item },
    /** ticks it, with evidence and a comment */
    work: async (title: string) => {
      const itemId = await item(title);
      await setItemState(working, itemId, { state: "DONE" });
      await addNoteEvidence(working, { itemId, title: "Seen", note: "It works" });
      await addComment(working, { itemId, body: "Done on Friday" });
      return itemId;
    },
    /** everything a person could miss after a merge was undone */
    picture: async () => {
      const live = { projectId, archivedAt: null };
      return {
        plan: await exportPlan(access, new Date()),
        items: await db().checklistItem.findMany({
          where: { ...live, section: { archivedAt: null } },
          orderBy: { id: "asc" },
          select: {
            ...{
              id: true,
              key: true,
              title: true,
              state: true,
              stateById: true,
              stateAt: true,
              position: true,
            },
            ...{ sectionId: true, phaseId: true, parentId: true, areaId: true, waiverExpiresAt: true },
            evidence: { where: { removedAt: null }, select: { id: true } },
            comments: { where: { removedAt: null }, select: { id: true } },
            assignees: { select: { memberId: true } },
          },
        }),
        phases: await db().phase.findMany({
          where: live,
          orderBy: { id: "asc" },
          select: { id: true, key: true, status: true, position: true },
        }),
        signOffs: await db().signOff.findMany({ where: { projectId }, orderBy: { id: "asc" } }),
      };
    },
    actions: async (since: number) =>
      (
        await db().auditEvent.findMany({
          where: { chain: projectId, seq: { gt: since } },
          orderBy: { seq: "asc" },
          select: { action: true },
        })
      ).map(({ action }) => action),
    version: async () => (await db().project.findUniqueOrThrow({ where: { id: projectId } })).version,
  };
}
