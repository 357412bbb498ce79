import { openProject, type ProjectAccess } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import { AppError, type ErrorCode } from "@/lib/domain/errors";
import type { Permission } from "@/lib/domain/permissions";
import type { Plan } from "@/lib/schemas/plan";
import { makeProject } from "./project";
import { makeMember, makeWorkspace } from "./workspace";

/** An id that nothing has. */
export const NOBODY = "00000000-0000-7000-8000-000000000000";

/** One project with a person of each role, and a stranger who administers a workspace of their own. */
export async function makeStage(made?: Plan) {
  const workspace = await makeWorkspace();
  const elsewhere = await makeWorkspace();
  const [admin, manager, lead, member, viewer, outsider] = await Promise.all([
    makeMember(workspace.id, "ADMIN", "Ada"),
    makeMember(workspace.id, "MANAGER", "Mo"),
    makeMember(workspace.id, "LEAD", "Lea"),
    makeMember(workspace.id, "MEMBER", "Ben"),
    makeMember(workspace.id, "VIEWER", "Vi"),
    makeMember(elsewhere.id, "ADMIN", "Otto"),
  ]);
  const { projectId, slug } = await makeProject(admin.actor, made);
  const people = {
    admin: admin.actor,
    manager: manager.actor,
    lead: lead.actor,
    member: member.actor,
    viewer: viewer.actor,
    outsider: outsider.actor,
  };
  const open = <P extends Permission>(actor: Actor, permission: P): Promise<ProjectAccess<P>> =>
    openProject(actor, { projectId }, permission);
  return {
    workspaceId: workspace.id,
    projectId,
    slug,
    people,
    open,
    /** id of the item with this title */
    item: async (title: string) =>
      (await db().checklistItem.findFirstOrThrow({ where: { projectId, title } })).id,
    section: async (title: string) =>
      (await db().checklistSection.findFirstOrThrow({ where: { projectId, title } })).id,
    criterion: async (text: string) =>
      (await db().criterion.findFirstOrThrow({ where: { projectId, text } })).id,
    phase: async (name: string) => (await db().phase.findFirstOrThrow({ where: { projectId, name } })).id,
    /** actions of the audit events after the first, which made the project */
    events: async () => {
      const rows = await db().auditEvent.findMany({
        where: { chain: projectId, seq: { gt: 1 } },
        orderBy: { seq: "asc" },
        select: { action: true },
      });
      return rows.map(({ action }) => action);
    },
    /** data of the newest audit event */
    lastData: async (): Promise<Record<string, unknown>> => {
      const row = await db().auditEvent.findFirstOrThrow({
        where: { chain: projectId },
        orderBy: { seq: "desc" },
      });
      return JSON.parse(row.canonical).data;
    },
  };
}

export type Stage = Awaited<ReturnType<typeof makeStage>>;

/** Passes the gate of Alpha on the condition that the item with this title is done. */
export async function makeCondition({ projectId, people, item, phase }: Stage, title: string): Promise<void> {
  const decision = await db().decision.create({
    data: {
      projectId,
      phaseId: await phase("Alpha"),
      outcome: "CONDITIONAL_GO",
      snapshot: {},
      snapshotHash: "x",
    },
  });
  await db().condition.create({
    data: {
      projectId,
      decisionId: decision.id,
      text: `Finish ${title}`,
      ownerId: people.lead.memberId,
      dueOn: new Date("2026-12-01"),
      itemId: await item(title),
    },
  });
}

/** The code a call was refused with; "accepted" when it was not. */
export async function codeOf(call: Promise<unknown>): Promise<ErrorCode | "accepted"> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(() => null).catch((refused: unknown) => refused);
  if (error instanceof AppError) return error;
  throw error ?? new Error("It was accepted.");
}

/** How several calls at once ended, sorted. */
export const codesOf = async (...calls: Promise<unknown>[]): Promise<(ErrorCode | "accepted")[]> =>
  (await Promise.all(calls.map(codeOf))).sort();
