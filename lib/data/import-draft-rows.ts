import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { draftNotesSchema } from "@/lib/schemas/import-drafts";
import { keptCorrections } from "@/lib/schemas/plan-corrections";
import { isId, type WorkspaceAccess } from "./access";
import { db } from "./client";

type Access = WorkspaceAccess<"project:create">;

/** Kept for each person; the oldest ones go, so that pasting again and again does not fill the disk. */
export const DRAFTS_MAX = 20;
const NAME_MAX = 200;

/** A name for what a document is called, however long that is. */
export const nameOf = (title: string): string => title.trim().slice(0, NAME_MAX) || "Imported plan";

/** What the second of two tabs is told. It has the draft still, as it stands now. */
export const correctedElsewhere = (draftId: string): AppError =>
  new AppError(
    "CONFLICT",
    "This import was corrected in another tab meanwhile, and nothing of that is lost. The page shows it as it stands now: look, and do it again.",
    { current: { draftId } },
  );

/** Drafts belong to a person: nobody else reads what was pasted. */
export const mine = ({ workspaceId, actor }: Access) => ({ workspaceId, memberId: actor.memberId });

/** Lets the oldest drafts of a person go. */
export async function dropOldest(access: Access): Promise<void> {
  const old = await db().importDraft.findMany({
    where: mine(access),
    orderBy: { createdAt: "desc" },
    skip: DRAFTS_MAX,
    select: { id: true },
  });
  if (old.length === 0) return;
  await db().importDraft.deleteMany({ where: { ...mine(access), id: { in: old.map(({ id }) => id) } } });
}

/** A draft of the caller's own, or null. */
export async function findDraft(access: Access, draftId: string) {
  if (!isId(draftId)) return null;
  const draft = await db().importDraft.findFirst({ where: { id: draftId, ...mine(access) } });
  if (!draft) return null;
  const corrections = keptCorrections(draft.corrections);
  return { ...draft, corrections, notes: draftNotesSchema.safeParse(draft.notes).data ?? [] };
}

/** @throws AppError NOT_FOUND, also for another's draft */
export async function draftIn(access: Access, draftId: string) {
  const draft = await findDraft(access, draftId);
  if (!draft) throw notFound("This import");
  return draft;
}

export type Draft = Awaited<ReturnType<typeof draftIn>>;
