import "server-only";
import { AppError, type Refusal } from "@/lib/domain/errors";
import type { MergePreview, Side } from "@/lib/plan/merge/merged";
import { readSource } from "@/lib/plan/read-source";
import { keptAnswersSchema, type NewMergeDraftInput } from "@/lib/schemas/merges";
import type { ProjectAccess } from "./access";
import { db } from "./client";
import { comparePlan } from "./plan-differences";
import { type MergedView, mergePlanFile } from "./plan-merges";

type Access = ProjectAccess<"plan:edit">;

const PASTED = "Pasted text";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A draft belongs to a person: nobody else reads what was pasted. */
const mine = ({ projectId, actor }: Access) => ({ projectId, memberId: actor.memberId });

const whereMine = (access: Access) => ({ projectId_memberId: mine(access) });

/**
 * Keeps a newer file of the project until it is merged; another one takes its place. Nothing is merged yet.
 * @throws AppError INVALID, TOO_LARGE for what is not a newer version of the plan
 */
export async function saveMergeDraft(
  access: Access,
  { text = "", file, name }: NewMergeDraftInput,
  now: Date,
): Promise<void> {
  const content = file === undefined ? bytes(text) : Buffer.from(file, "base64");
  const { text: source, notes } = readSource(content);
  await comparePlan(access, bytes(source), now);
  const draft = { name: name ?? PASTED, source, notes, answers: {}, createdAt: now };
  await db().mergeDraft.upsert({
    where: whereMine(access),
    create: { ...mine(access), ...draft },
    update: draft,
  });
}

/** A file that waits, and what it would change as things stand. */
export interface MergeReview {
  name: string;
  createdAt: string;
  answers: Record<string, Side>;
  /** null: it cannot be merged any more, for this reason */
  preview: MergePreview | null;
  refusal: Refusal | null;
}

/** @returns the caller's file that waits to be merged; null when there is none */
export async function getMergeReview(access: Access, now: Date): Promise<MergeReview | null> {
  const draft = await db().mergeDraft.findUnique({ where: whereMine(access) });
  if (!draft) return null;
  const answers = keptAnswersSchema.safeParse(draft.answers).data ?? {};
  const kept = { name: draft.name, createdAt: draft.createdAt.toISOString(), answers };
  try {
    return { ...kept, preview: await comparePlan(access, bytes(draft.source), now), refusal: null };
  } catch (error) {
    if (error instanceof AppError) return { ...kept, preview: null, refusal: error.toRefusal() };
    throw error;
  }
}

/** Keeps answers to conflicts beside those that were given before. The same again changes nothing. */
export async function answerMergeDraft(
  access: Access,
  { answers }: { answers: Record<string, Side> },
): Promise<void> {
  const { projectId, memberId } = mine(access);
  await db().$executeRaw`
    UPDATE "MergeDraft" SET answers = answers || ${JSON.stringify(answers)}::jsonb
    WHERE "projectId" = ${projectId}::uuid AND "memberId" = ${memberId}::uuid`;
}

/** Throws the file away. Doing it twice changes nothing. */
export async function discardMergeDraft(access: Access): Promise<void> {
  await db().mergeDraft.deleteMany({ where: mine(access) });
}

/**
 * Merges the file that waits, with the answers given so far.
 *
 * @param preview what the person looked at
 * @throws AppError CONFLICT when it is not there any more, when something changed since, or an answer is missing
 */
export async function mergeDraft(access: Access, { preview }: { preview: string }): Promise<MergedView> {
  const draft = await db().mergeDraft.findUnique({ where: whereMine(access) });
  if (!draft)
    throw new AppError("CONFLICT", "This file is not here any more: it was merged already, or thrown away.");
  const each = keptAnswersSchema.safeParse(draft.answers).data ?? {};
  const merged = await mergePlanFile(access, {
    content: bytes(draft.source),
    answers: { each, otherwise: null },
    preview,
  });
  // A file that took its place meanwhile waits on.
  await db().mergeDraft.deleteMany({ where: { ...mine(access), createdAt: draft.createdAt } });
  return merged;
}
