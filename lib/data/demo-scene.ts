import "server-only";
import { addDays, DAY_MS, dayOf } from "@/lib/domain/days";
import { notFound } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import type { ItemState } from "@/lib/domain/words";
import type { Plan } from "@/lib/schemas/plan";
import { openProject, openWorkspace, type ProjectAccess } from "./access";
import type { Actor } from "./actor";
import { db } from "./client";
import { addComment } from "./comments";
import { editItem } from "./item-plan-edits";
import { setItemState } from "./item-state";
import { recordMeasurement } from "./measurements";
import { editPhase } from "./phases";
import { createProjectFromPlan } from "./projects";
import { signOff } from "./sign-offs";

/** The people of the demo. */
export interface Cast {
  ana: Actor;
  ben: Actor;
  chidi: Actor;
}

/** One project of the demo, and what its people do there, said by title. */
export async function openScene({ ana }: Cast, plan: Plan, description: string) {
  const source = null;
  const { projectId } = await createProjectFromPlan(openWorkspace(ana, "project:create"), {
    name: plan.title,
    description,
    plan,
    source,
  });
  const open = <P extends Permission>(actor: Actor, permission: P): Promise<ProjectAccess<P>> =>
    openProject(actor, { projectId }, permission);
  const itemOf = async (title: string) => {
    const item = await db().checklistItem.findFirst({ where: { projectId, title } });
    if (!item) throw notFound(title);
    return item;
  };
  return {
    projectId,
    open,
    async set(by: Actor, state: ItemState, ...titles: string[]): Promise<void> {
      const access = await open(by, "item:work");
      for (const title of titles) await setItemState(access, (await itemOf(title)).id, { state });
    },
    /** Asks for a waiver that lasts so many days; it waits for somebody who may waive. */
    async askWaiver(by: Actor, title: string, reason: string, days: number): Promise<void> {
      const expiresAt = new Date(Date.now() + days * DAY_MS);
      const wish = { state: "WAIVED", reason, expiresAt } as const;
      await setItemState(await open(by, "item:work"), (await itemOf(title)).id, wish);
    },
    async measure(
      by: Actor,
      text: string,
      value: number,
      sampleSize: number | null,
      note: string | null = null,
    ) {
      const criterion = await db().criterion.findFirst({ where: { projectId, text } });
      if (!criterion) throw notFound(text);
      await recordMeasurement(await open(by, "item:work"), criterion.id, { value, sampleSize, note });
    },
    async say(by: Actor, title: string, body: string): Promise<void> {
      await addComment(await open(by, "item:work"), { itemId: (await itemOf(title)).id, body });
    },
    /** Assigns an item, due in so many days. */
    async assign(by: Actor, title: string, to: Actor, days: number): Promise<void> {
      const { id, version } = await itemOf(title);
      await editItem(await open(by, "plan:edit"), {
        itemId: id,
        version,
        assigneeIds: [to.memberId],
        dueOn: addDays(dayOf(new Date()), days),
      });
    },
    /** Dates the gates of the phases, in order, in so many days. */
    async plan(by: Actor, ...days: number[]): Promise<void> {
      const access = await open(by, "plan:edit");
      const phases = await db().phase.findMany({ where: { projectId }, orderBy: { position: "asc" } });
      for (const [index, { id, version }] of phases.entries()) {
        const inDays = days[index];
        if (inDays === undefined) continue;
        await editPhase(access, { phaseId: id, version, plannedOn: addDays(dayOf(new Date()), inDays) });
      }
    },
    async sign(by: Actor, phase: string, rule: string, comment: string | null = null): Promise<void> {
      await signOff(await open(by, "gate:sign"), { phase, rule, decision: "APPROVED", comment });
    },
    async refuse(by: Actor, phase: string, rule: string, comment: string): Promise<void> {
      await signOff(await open(by, "gate:sign"), { phase, rule, decision: "REFUSED", comment });
    },
  };
}
