import { AppError } from "@/lib/domain/errors";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { documentWithoutSecretValues } from "@/lib/domain/secret-values";
import { decodeLegacy } from "./legacy-encodings";
import { repairMojibake, WINDOWS_1252_UPPER } from "./mojibake";
import { isPlanFile } from "./plan-file/comment";

/** A document as text, with what had to be done to read it (line 0: the whole document). */
export interface Source {
  text: string;
  notes: { line: number; text: string }[];
}

/** By hand: Node decodes this label as Latin-1 in some releases. */
function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text +=
      byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252_UPPER[byte - 0x80] ?? "") : String.fromCharCode(byte);
  }
  return text;
}

/** Whether bytes are text in an encoding: every one of them means something, and none of it is a control character. */
function readsAs(bytes: Uint8Array, encoding: string): boolean {
  try {
    return !/(?![\t\n\r])\p{Cc}|[\ue000-\uf8ff]/u.test(
      new TextDecoder(encoding, { fatal: true }).decode(bytes),
    );
  } catch {
    return false;
  }
}

/** Which UTF-16 the bytes are: by their byte order mark, or by the empty half of Latin characters and line ends. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const sample = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > 1 && even === 0 && readsAs(bytes, "utf-16le")) return "utf-16le";
  return even > 1 && odd === 0 && readsAs(bytes, "utf-16be") ? "utf-16be" : null;
}

function decode(bytes: Uint8Array): Source {
  const wide = utf16Of(bytes);
  if (wide) {
    return { text: new TextDecoder(wide).decode(bytes), notes: [{ line: 0, text: "Read as UTF-16." }] };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const lenient = new TextDecoder("utf-8").decode(bytes);
    const broken = lenient.split("\ufffd").length - 1;
    const sound = lenient.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
    // A few bad bytes in good UTF-8 are damage; reading all of it as Windows-1252 would spoil every other character.
    if (sound > broken * 3) {
      const text = `${broken} bytes were not valid UTF-8 and were left out.`;
      return { text: lenient.replaceAll("\ufffd", ""), notes: [{ line: 0, text }] };
    }
    const legacy = decodeLegacy(bytes);
    if (legacy)
      return { text: legacy.text, notes: [{ line: 0, text: `Not UTF-8: read as ${legacy.encoding}.` }] };
    return { text: decodeWindows1252(bytes), notes: [{ line: 0, text: "Not UTF-8: read as Windows-1252." }] };
  }
}

function looksBinary(text: string): boolean {
  if (text.includes("\0") || text.startsWith("%PDF-") || text.startsWith("PK\u0003\u0004")) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  const controls = text.slice(0, 65_536).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > 8 && controls > Math.min(text.length, 65_536) * 0.02;
}

/**
 * Turns the bytes of an uploaded or pasted document into text.
 * In: raw bytes. Out: text with LF line ends, no byte order mark and no known value of a secret, and notes on every repair.
 * Throws AppError TOO_LARGE over PLAN_MAX_BYTES and INVALID for what is not text.
 */
export function readSource(bytes: Uint8Array): Source {
  if (bytes.byteLength > PLAN_MAX_BYTES) {
    const limit = PLAN_MAX_BYTES / (1024 * 1024);
    throw new AppError("TOO_LARGE", `A plan may be ${limit} MB at most; this document is larger.`);
  }
  const { text: decoded, notes } = decode(bytes);
  if (looksBinary(decoded)) {
    throw new AppError(
      "INVALID",
      "This is not a text document. Export it as Markdown or plain text and try again.",
    );
  }
  const lines = decoded.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // What we wrote ourselves is sound, also where it looks like text that was decoded wrongly.
  if (isPlanFile(lines)) return withoutValues({ text: lines, notes });
  const repair = repairMojibake(lines);
  if (repair.note) notes.push({ line: 0, text: repair.note });
  return withoutValues({ text: repair.text, notes });
}

/** How many lines with a value are named one by one. */
const NAMED = 20;

/** What is kept of a document never holds a secret that is known by its form; the lines are told, for it has leaked. */
function withoutValues({ text, notes }: Source): Source {
  const { text: kept, lines } = documentWithoutSecretValues(text);
  const told = lines.slice(0, NAMED).map((line) => ({
    line,
    text: "A secret's value stood here and was replaced by [removed]. Change that secret: it was shared.",
  }));
  const more = lines.length - told.length;
  const rest =
    more > 0 ? [{ line: 0, text: `${more} more lines held a secret's value, replaced by [removed].` }] : [];
  return { text: kept, notes: [...notes, ...told, ...rest] };
}
