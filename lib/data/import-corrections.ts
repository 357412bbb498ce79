import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type Corrections, withCorrection } from "@/lib/domain/plan-corrections";
import { splitCorrections } from "@/lib/plan/documents";
import { withoutControls } from "@/lib/plan/plain-text";
import type { CorrectionInput } from "@/lib/schemas/import-drafts";
import { parseInput } from "@/lib/schemas/parse-input";
import { correctionsSchema } from "@/lib/schemas/plan-corrections";
import type { WorkspaceAccess } from "./access";
import { db, type Transaction } from "./client";
import { correctedElsewhere, type Draft, draftIn, dropOldest, mine, nameOf } from "./import-draft-rows";
import { parsedPlan } from "./parsed-plans";

type Access = WorkspaceAccess<"project:create">;

/** Saves corrections over those the reader saw. @throws AppError CONFLICT when another tab was first */
async function saveCorrections(
  tx: Pick<Transaction, "importDraft">,
  access: Access,
  { id, version }: Pick<Draft, "id" | "version">,
  { name, corrections }: { name: string; corrections: Corrections },
): Promise<{ version: number }> {
  const { count } = await tx.importDraft.updateMany({
    where: { id, version, ...mine(access) },
    data: { name, corrections: parseInput(correctionsSchema, corrections), version: { increment: 1 } },
  });
  if (count === 0) throw correctedElsewhere(id);
  return { version: version + 1 };
}

/** @throws AppError INVALID when the document has nothing that a correction could be made of */
function refuseIdle(draft: Draft, correction: CorrectionInput): void {
  const { handles, reading, levels, documents, phases } = parsedPlan(draft.source, draft.corrections);
  const refuse = (text: string) => {
    throw new AppError("INVALID", text);
  };
  if (correction.kind === "phase" && correction.isPhase !== null) {
    const { line } = correction;
    const isPhase = () => reading.some((entry) => entry.line === line && entry.kind === "phase");
    if (!handles.some((handle) => handle.line === line && handle.canBePhase) && !isPhase())
      refuse(`line: there is no heading in line ${line} of the document.`);
  } else if (correction.kind === "list" && correction.as !== null) {
    const { line } = correction;
    if (!handles.some((handle) => handle.line === line && handle.canBeRead))
      refuse(`line: neither a heading nor a list begins in line ${line} of the document.`);
  } else if (correction.kind === "level" && correction.level !== null) {
    if (!levels.some(({ word }) => word === correction.word))
      refuse("word: no level is stated with this word in the document.");
  } else if (correction.kind === "fold" || correction.kind === "becomes") {
    const wished = correction.kind === "fold" ? correction.fold : [correction];
    const known = new Set([
      ...phases.map(({ name }) => name),
      ...draft.corrections.fold.map(({ phase }) => phase),
    ]);
    const unknown = wished.find(({ phase }) => !known.has(phase));
    if (unknown) refuse(`fold: the document has no phase “${unknown.phase.slice(0, 80)}”.`);
  } else if (correction.kind === "document" && correction.line !== null) {
    if (!documents.some(({ line }) => line === correction.line))
      refuse("line: no document of this file begins there.");
  }
}

/**
 * Corrects how the document is understood, or takes a correction back. The same again changes nothing.
 *
 * @returns the version the draft has now
 * @throws AppError NOT_FOUND; CONFLICT when it was corrected since the reader saw it; INVALID
 */
export async function correctImportDraft(
  access: Access,
  { draftId, version, correction }: { draftId: string; version: number; correction: CorrectionInput },
): Promise<{ version: number }> {
  const draft = await draftIn(access, draftId);
  const lines = draft.source.split("\n");
  const corrections = withCorrection(draft.corrections, correction, (line) =>
    withoutControls(lines[line - 1] ?? ""),
  );
  if (JSON.stringify(corrections) === JSON.stringify(draft.corrections)) return { version: draft.version };
  if (draft.version !== version) throw correctedElsewhere(draftId);
  refuseIdle(draft, correction);
  // One document of several has a title of its own. The page, which reads the same next, finds it read.
  const name = nameOf(parsedPlan(draft.source, corrections).plan.title);
  return saveCorrections(db(), access, draft, { name, corrections });
}

/**
 * Makes a draft of each document of a file that holds several; this one keeps the first.
 *
 * @returns all of them, in the order of the file
 * @throws AppError NOT_FOUND; CONFLICT when it was corrected since the reader saw it; INVALID when it is one document
 */
export async function splitImportDraft(
  access: Access,
  { draftId, version }: { draftId: string; version: number },
): Promise<{ drafts: { draftId: string; name: string }[] }> {
  const draft = await draftIn(access, draftId);
  const [first, ...others] = splitCorrections(
    draft.corrections,
    parsedPlan(draft.source, draft.corrections).documents,
  );
  if (!first || others.length === 0) throw new AppError("INVALID", "This file holds one document only.");
  const { id, source, notes } = draft;
  const drafts = await db().$transaction(async (tx) => {
    await saveCorrections(
      tx,
      access,
      { id, version },
      { name: nameOf(first.title), corrections: first.corrections },
    );
    const more = await tx.importDraft.createManyAndReturn({
      data: others.map(({ title, corrections }) => ({
        ...mine(access),
        name: nameOf(title),
        source,
        notes,
        corrections: correctionsSchema.parse(corrections),
      })),
      select: { id: true, name: true },
    });
    return [
      { draftId: id, name: nameOf(first.title) },
      ...more.map((row) => ({ draftId: row.id, name: row.name })),
    ];
  });
  await dropOldest(access);
  return { drafts };
}
