import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { ImportDraftEntry, ImportPreview } from "@/lib/domain/import-preview";
import { type ParsedPlan, parsePlan } from "@/lib/plan/parse-plan";
import { readSource } from "@/lib/plan/read-source";
import { correctionsSchema, draftNotesSchema, type NewDraftInput } from "@/lib/schemas/import-drafts";
import { isId, type WorkspaceAccess } from "./access";
import { db, type Transaction } from "./client";
import { previewOf } from "./import-preview";
import { type CreatedProject, insertProject } from "./project-insert";
import { createProjectFromPlan } from "./projects";
import { writeWorkspace } from "./write";

type Access = WorkspaceAccess<"project:create">;

/** Kept for each person; the oldest ones go, so that pasting again and again does not fill the disk. */
const DRAFTS_MAX = 20;
const NAME_MAX = 200;

const NOTHING_LEFT =
  "This import is not here any more: its project was created already, or it was thrown away. Look among the projects.";

const nameOf = (title: string): string => title.trim().slice(0, NAME_MAX) || "Imported plan";

const bytesOf = ({ text = "", file }: NewDraftInput): Uint8Array =>
  file === undefined ? new TextEncoder().encode(text) : Buffer.from(file, "base64");

/** Drafts belong to a person: nobody else reads what was pasted. */
const mine = ({ workspaceId, actor }: Access) => ({ workspaceId, memberId: actor.memberId });

async function dropOldest(access: Access): Promise<void> {
  const old = await db().importDraft.findMany({
    where: mine(access),
    orderBy: { createdAt: "desc" },
    skip: DRAFTS_MAX,
    select: { id: true },
  });
  if (old.length === 0) return;
  await db().importDraft.deleteMany({ where: { ...mine(access), id: { in: old.map(({ id }) => id) } } });
}

/**
 * Keeps a document for the preview. Nothing is created from it yet.
 * @throws AppError TOO_LARGE over 2 MB; INVALID when it is empty or not a text
 */
export async function createImportDraft(access: Access, input: NewDraftInput): Promise<{ draftId: string }> {
  const { text, notes } = readSource(bytesOf(input));
  const { plan } = parsePlan(text);
  const draft = await db().importDraft.create({
    data: {
      ...mine(access),
      name: nameOf(plan.title),
      source: text,
      notes,
      corrections: { phaseHeadings: {} },
    },
    select: { id: true },
  });
  await dropOldest(access);
  return { draftId: draft.id };
}

async function findDraft(tx: Pick<Transaction, "importDraft">, access: Access, draftId: string) {
  if (!isId(draftId)) return null;
  const draft = await tx.importDraft.findFirst({ where: { id: draftId, ...mine(access) } });
  if (!draft) return null;
  const decided = correctionsSchema.safeParse(draft.corrections).data?.phaseHeadings ?? {};
  return { ...draft, decided, notes: draftNotesSchema.safeParse(draft.notes).data ?? [] };
}

async function draftIn(tx: Pick<Transaction, "importDraft">, access: Access, draftId: string) {
  const draft = await findDraft(tx, access, draftId);
  if (!draft) throw notFound("This import");
  return draft;
}

const parsed = (draft: { source: string; decided: Record<string, boolean> }): ParsedPlan =>
  parsePlan(draft.source, { phaseHeadings: draft.decided });

/** @returns what was understood, with the reader's corrections @throws AppError NOT_FOUND, also for another's draft */
export async function getImportPreview(access: Access, draftId: string): Promise<ImportPreview> {
  const draft = await draftIn(db(), access, draftId);
  const { id, name, decided, notes } = draft;
  return previewOf({ draftId: id, name, decided, notes }, parsed(draft));
}

/** @returns the caller's imports that were begun and not finished, newest first */
export async function listImportDrafts(access: Access): Promise<ImportDraftEntry[]> {
  const rows = await db().importDraft.findMany({
    where: mine(access),
    orderBy: { createdAt: "desc" },
    take: DRAFTS_MAX,
    select: { id: true, name: true, createdAt: true },
  });
  return rows.map(({ id, name, createdAt }) => ({ draftId: id, name, createdAt: createdAt.toISOString() }));
}

/** Says that a heading is a phase, or is not; null takes that back. The same again changes nothing. */
export async function correctImportDraft(
  access: Access,
  { draftId, line, isPhase }: { draftId: string; line: number; isPhase: boolean | null },
): Promise<void> {
  if (!isId(draftId)) throw notFound("This import");
  await db().$transaction(async (tx) => {
    // Two corrections at once change the same JSON: the second waits for the first.
    await tx.$queryRaw`
      SELECT id FROM "ImportDraft"
      WHERE id = ${draftId}::uuid AND "memberId" = ${access.actor.memberId}::uuid FOR UPDATE`;
    const { id, decided, source } = await draftIn(tx, access, draftId);
    if (line > source.split("\n").length)
      throw new AppError("INVALID", "line: the document has no such line.");
    const { [line]: _, ...rest } = decided;
    const phaseHeadings = isPhase === null ? rest : { ...rest, [line]: isPhase };
    await tx.importDraft.update({ where: { id }, data: { corrections: { phaseHeadings } } });
  });
}

/** Throws the document away. Doing it twice changes nothing. */
export async function discardImportDraft(access: Access, { draftId }: { draftId: string }): Promise<void> {
  if (isId(draftId)) await db().importDraft.deleteMany({ where: { id: draftId, ...mine(access) } });
}

/**
 * Creates the project and uses the draft up, in one transaction: of two at once, one creates and the other is told.
 * @throws AppError CONFLICT when the draft is gone; INVALID, TOO_LARGE as createProjectFromPlan
 */
export async function createProjectFromDraft(
  access: Access,
  { draftId, name }: { draftId: string; name: string },
): Promise<CreatedProject> {
  const draft = await findDraft(db(), access, draftId);
  if (!draft) throw new AppError("CONFLICT", NOTHING_LEFT);
  // Read before the workspace is locked: a big document takes a while.
  const { plan } = parsed(draft);
  return writeWorkspace(access, async (write) => {
    const { count } = await write.tx.importDraft.deleteMany({ where: { id: draft.id, ...mine(access) } });
    if (count === 0) throw new AppError("CONFLICT", NOTHING_LEFT);
    return insertProject(write, access, { name, plan, source: draft.source });
  });
}

/**
 * Imports a document without a preview, as pipelines do.
 *
 * @param name null takes the document's title
 * @param content bytes of any usual encoding, or text
 * @returns what was made, what was not understood, and what had to be repaired
 * @throws AppError INVALID, TOO_LARGE
 */
export async function importMarkdown(
  access: Access,
  { name, content }: { name: string | null; content: Uint8Array | string },
): Promise<CreatedProject & { unplaced: ImportPreview["unplaced"]; notes: ImportPreview["notes"] }> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { text, notes } = readSource(bytes);
  const { plan } = parsePlan(text);
  const created = await createProjectFromPlan(access, {
    name: nameOf(name ?? plan.title),
    plan,
    source: text,
  });
  return { ...created, unplaced: plan.unplaced, notes: [...notes, ...plan.notes] };
}
