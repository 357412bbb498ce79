import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ImportDraftEntry, ImportPreview, WantedLines } from "@/lib/domain/import-preview";
import { type Corrections, NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { foldInto } from "@/lib/plan/fold-phases";
import { withMembers } from "@/lib/plan/people";
import { readSource } from "@/lib/plan/read-source";
import type { NewDraftInput } from "@/lib/schemas/import-drafts";
import type { Plan } from "@/lib/schemas/plan";
import { isId, type WorkspaceAccess } from "./access";
import { db } from "./client";
import { loadDirectory } from "./directory";
import {
  correctedElsewhere,
  DRAFTS_MAX,
  draftIn,
  dropOldest,
  findDraft,
  mine,
  nameOf,
} from "./import-draft-rows";
import { previewOf } from "./import-preview";
import { parsedPlan } from "./parsed-plans";
import { type CreatedProject, insertProject } from "./project-insert";
import { createProjectFromPlan } from "./projects";
import { writeWorkspace } from "./write";

type Access = WorkspaceAccess<"project:create">;

const NOTHING_LEFT =
  "This import is not here any more: its project was created already, or it was thrown away. Look among the projects.";

const bytesOf = ({ text = "", file }: NewDraftInput): Uint8Array =>
  file === undefined ? new TextEncoder().encode(text) : Buffer.from(file, "base64");

/**
 * Keeps a document for the preview. Nothing is created from it yet.
 * @throws AppError TOO_LARGE over 2 MB; INVALID when it is empty or not a text
 */
export async function createImportDraft(access: Access, input: NewDraftInput): Promise<{ draftId: string }> {
  const { text, notes } = readSource(bytesOf(input));
  const { plan } = parsedPlan(text);
  const draft = await db().importDraft.create({
    data: {
      ...mine(access),
      name: nameOf(plan.title),
      source: text,
      notes,
      corrections: {},
    },
    select: { id: true },
  });
  await dropOldest(access);
  return { draftId: draft.id };
}

/**
 * Reads a document that was just pasted, so that its preview is there when it is asked for. Nothing is kept of it but in
 * this process, for a while; the access is asked for because reading costs time.
 * @throws AppError as createImportDraft
 */
export async function readAhead(_access: Access, input: NewDraftInput): Promise<void> {
  parsedPlan(readSource(bytesOf(input)).text);
}

/** @returns what was understood, with the reader's corrections, and one page of its lines @throws AppError NOT_FOUND, also for another's draft */
export async function getImportPreview(
  access: Access,
  draftId: string,
  wanted: WantedLines = {},
): Promise<ImportPreview> {
  const draft = await draftIn(access, draftId);
  const parsed = parsedPlan(draft.source, draft.corrections);
  const notes = [...draft.notes, ...(await notesOnPeople(access, parsed.plan))];
  return previewOf({ ...draft, notes, draftId: draft.id }, parsed, wanted);
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

/** What a plan says of people that is not taken over: names of nobody here, and what somebody did elsewhere. */
async function notesOnPeople(access: Access, plan: Plan): Promise<ImportPreview["notes"]> {
  const { leftOut } = withMembers(plan, await loadDirectory(access));
  const acts = plan.record?.length ?? 0;
  const told =
    acts > 0
      ? [
          `The record of this file tells of ${acts === 1 ? "one thing" : `${acts} things`} people did. It is kept as words: nothing is verified, accepted, rehearsed or signed by it.`,
        ]
      : [];
  return [...leftOut, ...told].map((text) => ({ line: 0, text }));
}

/** Throws the document away. Doing it twice changes nothing. */
export async function discardImportDraft(access: Access, { draftId }: { draftId: string }): Promise<void> {
  if (isId(draftId)) await db().importDraft.deleteMany({ where: { id: draftId, ...mine(access) } });
}

/**
 * Creates the project and uses the draft up, in one transaction: of two at once, one creates and the other is told.
 * @throws AppError CONFLICT when the draft is gone, or was corrected since the reader saw it; INVALID, TOO_LARGE as createProjectFromPlan
 */
export async function createProjectFromDraft(
  access: Access,
  { draftId, version, name }: { draftId: string; version: number; name: string },
): Promise<CreatedProject> {
  const draft = await findDraft(access, draftId);
  if (!draft) throw new AppError("CONFLICT", NOTHING_LEFT);
  if (draft.version !== version) throw correctedElsewhere(draftId);
  // Read before the workspace is locked: a big document takes a while.
  const { plan } = parsedPlan(draft.source, draft.corrections);
  const { id, source, corrections } = draft;
  return writeWorkspace(access, async (write) => {
    const { count } = await write.tx.importDraft.deleteMany({ where: { id, version, ...mine(access) } });
    if (count === 0) {
      const left = await write.tx.importDraft.count({ where: { id, ...mine(access) } });
      throw left > 0 ? correctedElsewhere(draftId) : new AppError("CONFLICT", NOTHING_LEFT);
    }
    return insertProject(write, access, { name, plan, source, corrections });
  });
}

/**
 * Imports a document without a preview, as pipelines do.
 *
 * @param name null or nothing but spaces takes the document's title
 * @param content bytes of any usual encoding, or text
 * @param corrections how it is understood; of lines the document does not have, the notes say so
 * @param fold names of the phases that all of its phases are folded into; none: they stay as they are
 * @returns what was made, what was not understood, and what had to be repaired
 * @throws AppError INVALID, TOO_LARGE
 */
export async function importMarkdown(
  access: Access,
  {
    name,
    content,
    corrections: said = NO_CORRECTIONS,
    fold = [],
  }: {
    name: string | null;
    content: Uint8Array | string;
    corrections?: Corrections;
    fold?: readonly string[] | undefined;
  },
): Promise<CreatedProject & { unplaced: ImportPreview["unplaced"]; notes: ImportPreview["notes"] }> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { text, notes } = readSource(bytes);
  const corrections = foldInto(said, parsedPlan(text, said).phases, fold);
  const { plan, effects } = parsedPlan(text, corrections);
  const created = await createProjectFromPlan(access, {
    name: nameOf(name?.trim() || plan.title),
    plan,
    source: text,
    corrections,
  });
  const corrected = effects.map(({ line, text: words }) => ({ line, text: words }));
  const left = await notesOnPeople(access, plan);
  return { ...created, unplaced: plan.unplaced, notes: [...notes, ...corrected, ...left, ...plan.notes] };
}
