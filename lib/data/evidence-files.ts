import "server-only";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { AppError, notFound } from "@/lib/domain/errors";
import { checkEvidenceFile, safeFileName } from "@/lib/domain/evidence-file";
import type { FileEvidenceInput } from "@/lib/schemas/evidence";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { type AddedEvidenceView, insertEvidence } from "./evidence";
import { getTargetIn } from "./target";
import { writeProject } from "./write";

/** A file as it was sent: the name is whatever the browser said, the contents are not trusted to be what it says. */
export interface SentFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

/** UTF-8 without NUL. Other encodings are rare enough in reports to be asked for as a PDF. */
function readsAsText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** A media type by signature; "text" for text; null for other bytes. */
async function sniff(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content);
  return found?.mime ?? (readsAsText(content) ? "text" : null);
}

/**
 * Keeps a file as evidence, with its SHA-256. The same contents on the same item or criterion are told, not doubled.
 *
 * @throws AppError NOT_FOUND for the item or criterion; INVALID for an empty file, a kind that is not kept, or contents
 *   that are not what the name says; TOO_LARGE over 10 MB
 */
export async function addFileEvidence(
  access: ProjectAccess<"item:work">,
  input: FileEvidenceInput,
  file: SentFile,
): Promise<AddedEvidenceView> {
  const { content } = file;
  const fileName = safeFileName(file.name);
  const verdict = checkEvidenceFile({
    name: fileName,
    size: content.byteLength,
    looksLike: await sniff(content),
  });
  if (!verdict.ok) throw new AppError(verdict.code, verdict.why, { fields: { file: [verdict.why] } });
  const sha256 = createHash("sha256").update(content).digest("hex");
  return writeProject(access, async (write) => {
    const target = await getTargetIn(access, write.tx, input);
    const { effectiveOn, expiresOn } = input;
    const evidence = {
      kind: "FILE" as const,
      title: input.title ?? fileName,
      effectiveOn,
      expiresOn,
      columns: {
        fileName,
        mediaType: verdict.mediaType,
        sizeBytes: content.byteLength,
        sha256,
        file: { create: { content } },
      },
    };
    return insertEvidence(access, write, target, evidence, { sha256 });
  });
}

export interface EvidenceFile {
  fileName: string;
  mediaType: string;
  sha256: string;
  content: Uint8Array<ArrayBuffer>;
}

/** A kept file with its contents. @throws AppError NOT_FOUND also for one that was removed, and for links and notes */
export async function getEvidenceFile(access: ProjectAccess, evidenceId: string): Promise<EvidenceFile> {
  const row = isId(evidenceId)
    ? await db().evidence.findFirst({
        where: { id: evidenceId, projectId: access.projectId, kind: "FILE", removedAt: null },
        select: { fileName: true, mediaType: true, sha256: true, file: { select: { content: true } } },
      })
    : null;
  if (!row?.file) throw notFound("The file");
  return {
    fileName: row.fileName ?? "file",
    mediaType: row.mediaType ?? "application/octet-stream",
    sha256: row.sha256 ?? "",
    content: row.file.content,
  };
}
