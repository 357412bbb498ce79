import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { notFound } from "@/lib/domain/errors";
import { evidenceFreshness } from "@/lib/domain/freshness";
import type { EvidenceView } from "@/lib/domain/item-views";
import type { AddLinkEvidenceInput, AddNoteEvidenceInput } from "@/lib/schemas/evidence";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { dateOrNull, dayOrNull } from "./items";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { getTargetIn, type Target, targetDataIn } from "./target";
import { type Write, writeProject } from "./write";

type Access = ProjectAccess<"item:work">;

export interface AddedEvidenceView {
  id: string;
  /** the same link or file was here already: nothing was added, and this is the one that was there */
  already: boolean;
}

/** What every kind of evidence is written with. */
export interface NewEvidence {
  kind: "LINK" | "NOTE" | "FILE";
  title: string;
  effectiveOn?: string | null;
  expiresOn?: string | null;
  columns: Pick<
    Prisma.EvidenceUncheckedCreateInput,
    "url" | "note" | "fileName" | "mediaType" | "sizeBytes" | "sha256" | "file"
  >;
}

/** The same thing on the same item or criterion, not removed. */
const findSame = (write: Write, target: Target, same: { url: string } | { sha256: string }) =>
  write.tx.evidence.findFirst({ where: { ...target, ...same, removedAt: null }, select: { id: true } });

/**
 * Writes evidence inside a transaction that found its target.
 * @param same how the same thing is known again; null where two alike may stand
 */
export async function insertEvidence(
  access: Access,
  write: Write,
  target: Target,
  evidence: NewEvidence,
  same: { url: string } | { sha256: string } | null,
): Promise<AddedEvidenceView> {
  const { tx, now, actor, record } = write;
  const known = same && (await findSame(write, target, same));
  if (known) return { id: known.id, already: true };
  const { kind, title, effectiveOn, expiresOn, columns } = evidence;
  const row = await tx.evidence.create({
    data: {
      ...target,
      ...columns,
      projectId: access.projectId,
      kind,
      title,
      effectiveOn: dateOrNull(effectiveOn ?? null) ?? now,
      expiresOn: dateOrNull(expiresOn ?? null),
      byId: actor.memberId,
      createdAt: now,
    },
    select: { id: true, sha256: true },
  });
  record({
    action: "evidence.added",
    targetType: "evidence",
    targetId: row.id,
    data: {
      ...(await targetDataIn(access, tx, target)),
      kind,
      ...(row.sha256 ? { sha256: row.sha256 } : {}),
    },
  });
  return { id: row.id, already: false };
}

/** "ci.example.org/run/12" of a link without a title */
function titleOfUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === "/" ? "" : pathname}`.slice(0, 200);
}

/**
 * Adds a link. The same address on the same item or criterion is told, not doubled.
 * @throws AppError NOT_FOUND for the item or criterion
 */
export function addLinkEvidence(access: Access, input: AddLinkEvidenceInput): Promise<AddedEvidenceView> {
  return writeProject(access, async (write) => {
    const { url, effectiveOn, expiresOn } = input;
    const target = await getTargetIn(access, write.tx, input);
    const title = input.title ?? titleOfUrl(url);
    const evidence: NewEvidence = { kind: "LINK", title, effectiveOn, expiresOn, columns: { url } };
    return insertEvidence(access, write, target, evidence, { url });
  });
}

/** Adds a note: what somebody saw, in words. @throws AppError NOT_FOUND for the item or criterion */
export function addNoteEvidence(access: Access, input: AddNoteEvidenceInput): Promise<AddedEvidenceView> {
  return writeProject(access, async (write) => {
    const { title, note, effectiveOn, expiresOn } = input;
    const target = await getTargetIn(access, write.tx, input);
    const evidence: NewEvidence = { kind: "NOTE", title, effectiveOn, expiresOn, columns: { note } };
    return insertEvidence(access, write, target, evidence, null);
  });
}

async function setRemoved(access: Access, evidenceId: string, removed: boolean): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, record }) => {
    const row = isId(evidenceId)
      ? await tx.evidence.findFirst({ where: { id: evidenceId, projectId: access.projectId } })
      : null;
    if (!row) throw notFound("The evidence");
    const { id } = row;
    if ((row.removedAt !== null) === removed) return { id };
    await tx.evidence.update({ where: { id }, data: { removedAt: removed ? now : null } });
    record({
      action: removed ? "evidence.removed" : "evidence.restored",
      targetType: "evidence",
      targetId: id,
      data: await targetDataIn(access, tx, row),
    });
    return { id };
  });
}

/** Takes evidence away; it is kept for the record. Removing it again changes nothing. @throws AppError NOT_FOUND */
export const removeEvidence = (access: Access, evidenceId: string): Promise<{ id: string }> =>
  setRemoved(access, evidenceId, true);

/** Undoes a removal. @throws AppError NOT_FOUND */
export const restoreEvidence = (access: Access, evidenceId: string): Promise<{ id: string }> =>
  setRemoved(access, evidenceId, false);

const EVIDENCE_MAX = 200;

/** Evidence of an item or criterion the caller has found already, newest first. */
export async function listEvidence(
  access: ProjectAccess,
  target: Target,
  now: Date,
): Promise<EvidenceView[]> {
  const rows = await db().evidence.findMany({
    where: { ...target, projectId: access.projectId, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: EVIDENCE_MAX,
  });
  const people = await loadPeople(
    access,
    rows.map(({ byId }) => byId),
  );
  return rows.map((row) => {
    const effectiveOn = dayOrNull(row.effectiveOn) ?? "";
    const expiresOn = dayOrNull(row.expiresOn);
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      url: row.url,
      note: row.note,
      fileName: row.fileName,
      sizeBytes: row.sizeBytes,
      sha256: row.sha256,
      effectiveOn,
      expiresOn,
      freshness: evidenceFreshness({ effectiveOn, expiresOn }, now),
      by: nameOf(people, row.byId) ?? "",
      createdAt: row.createdAt.toISOString(),
    };
  });
}
