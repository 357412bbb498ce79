/** Largest file kept as evidence: 10 MB. */
export const EVIDENCE_MAX_BYTES = 10 * 1024 * 1024;

const OFFICE = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/**
 * What may be kept, by extension: the media type it is served as, and what its first bytes may look like. Text has no
 * signature: it only must not be binary. All of it is served as a download, never shown inside our pages, so HTML and
 * SVG are harmless here, and served as plain bytes.
 */
const KINDS: Record<string, { mediaType: string; looksLike: readonly string[] }> = {
  pdf: { mediaType: "application/pdf", looksLike: ["application/pdf"] },
  png: { mediaType: "image/png", looksLike: ["image/png", "image/apng"] },
  jpg: { mediaType: "image/jpeg", looksLike: ["image/jpeg"] },
  jpeg: { mediaType: "image/jpeg", looksLike: ["image/jpeg"] },
  gif: { mediaType: "image/gif", looksLike: ["image/gif"] },
  webp: { mediaType: "image/webp", looksLike: ["image/webp"] },
  docx: {
    mediaType: `${OFFICE}.wordprocessingml.document`,
    looksLike: [`${OFFICE}.wordprocessingml.document`, "application/zip"],
  },
  xlsx: {
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    looksLike: [`${OFFICE}.spreadsheetml.sheet`, "application/zip"],
  },
  pptx: {
    mediaType: `${OFFICE}.presentationml.presentation`,
    looksLike: [`${OFFICE}.presentationml.presentation`, "application/zip"],
  },
  odt: { mediaType: `${ODF}.text`, looksLike: [`${ODF}.text`, "application/zip"] },
  ods: { mediaType: `${ODF}.spreadsheet`, looksLike: [`${ODF}.spreadsheet`, "application/zip"] },
  odp: { mediaType: `${ODF}.presentation`, looksLike: [`${ODF}.presentation`, "application/zip"] },
  zip: { mediaType: "application/zip", looksLike: ["application/zip"] },
  gz: { mediaType: "application/gzip", looksLike: ["application/gzip"] },
  tgz: { mediaType: "application/gzip", looksLike: ["application/gzip"] },
  mp4: { mediaType: "video/mp4", looksLike: ["video/mp4", "video/x-m4v", "video/quicktime"] },
  webm: { mediaType: "video/webm", looksLike: ["video/webm", "video/matroska"] },
  txt: { mediaType: "text/plain", looksLike: ["text"] },
  log: { mediaType: "text/plain", looksLike: ["text"] },
  md: { mediaType: "text/markdown", looksLike: ["text"] },
  csv: { mediaType: "text/csv", looksLike: ["text"] },
  tsv: { mediaType: "text/tab-separated-values", looksLike: ["text"] },
  json: { mediaType: "application/json", looksLike: ["text"] },
  yaml: { mediaType: "application/yaml", looksLike: ["text"] },
  yml: { mediaType: "application/yaml", looksLike: ["text"] },
  xml: { mediaType: "application/octet-stream", looksLike: ["text", "application/xml"] },
  html: { mediaType: "application/octet-stream", looksLike: ["text", "application/xml"] },
  htm: { mediaType: "application/octet-stream", looksLike: ["text", "application/xml"] },
  svg: { mediaType: "application/octet-stream", looksLike: ["text", "application/xml"] },
  eml: { mediaType: "application/octet-stream", looksLike: ["text"] },
};

/** What a form offers: `.pdf,.png,…` */
export const EVIDENCE_EXTENSIONS = Object.keys(KINDS).map((extension) => `.${extension}`);

const NAME_MAX = 200;

/** A file's own name without a path, control characters or marks that turn the writing around; "file" when none is left. */
export function safeFileName(name: string): string {
  const base = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/[<>:"|?*]+/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (clean.length <= NAME_MAX) return clean || "file";
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? "";
  // Cut between whole characters: half of an emoji is not text.
  const stem = [...clean].slice(0, NAME_MAX - extension.length).join("");
  return `${stem.slice(0, NAME_MAX - extension.length).replace(/\p{Cs}$/u, "")}${extension}`;
}

export type FileVerdict =
  | { ok: true; mediaType: string }
  | { ok: false; code: "INVALID" | "TOO_LARGE"; why: string };

/**
 * Whether a file may be kept as evidence.
 *
 * @param file its safe name, its size in bytes, and what its contents look like: a media type by signature, "text" for
 *   bytes without one that read as text, null for others
 */
export function checkEvidenceFile(file: {
  name: string;
  size: number;
  looksLike: string | null;
}): FileVerdict {
  if (file.size === 0) return { ok: false, code: "INVALID", why: "This file is empty. Choose another one." };
  if (file.size > EVIDENCE_MAX_BYTES)
    return {
      ok: false,
      code: "TOO_LARGE",
      why: "This file is larger than 10 MB. Put it where it can stay, and add a link to it.",
    };
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const kind = KINDS[extension];
  if (!kind || !Object.hasOwn(KINDS, extension))
    return {
      ok: false,
      code: "INVALID",
      why: "This kind of file is not kept. PDF, pictures, text, office documents, archives and short videos are.",
    };
  if (file.looksLike === null || !kind.looksLike.includes(file.looksLike))
    return {
      ok: false,
      code: "INVALID",
      why: `The contents of this file are not what the ending .${extension} says.`,
    };
  return { ok: true, mediaType: kind.mediaType };
}
