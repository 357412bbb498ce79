import { parseDocument } from "yaml";

/** What a document says about itself before its first line. */
interface FrontMatter {
  /** last line of the block, 0 where there is none */
  endLine: number;
  title: string | null;
  /** what is wrong with it, where something is */
  fault: { line: number; text: string } | null;
}

const NONE: FrontMatter = { endLine: 0, title: null, fault: null };
const FAULT = "The block between the rulers at the head of this document is not YAML";

function word(record: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = record[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Finds the YAML block at the head of a document. In: its lines. Out: where it ends and the title it names.
 * A pair of rulers around ordinary Markdown is not one, so only a mapping counts.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0 || lines[first]?.trimEnd() !== "---") return NONE;
  const last = lines.findIndex((line, index) => index > first && /^(?:---|\.\.\.)\s*$/.test(line));
  if (last < 0 || last - first > 200) return NONE;
  let value: unknown;
  try {
    const document = parseDocument(lines.slice(first + 1, last).join("\n"), { logLevel: "silent" });
    if (document.errors.length > 0) throw document.errors[0];
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    const allKeys = lines.slice(first + 1, last).every((line) => /^\s*(?:[\w-]+:|-\s|#|$)/.test(line));
    return allKeys
      ? {
          endLine: last + 1,
          title: null,
          fault: { line: first + 1, text: `${FAULT}; nothing was taken from it.` },
        }
      : { ...NONE, fault: { line: first + 1, text: `${FAULT}; it was read as text.` } };
  }
  if (!isRecord(value)) return NONE;
  // GitHub issue templates say what they are in "name"; their "title" is a form to fill in.
  const title =
    value.about === undefined
      ? (word(value, "title") ?? word(value, "name"))
      : (word(value, "name") ?? word(value, "title"));
  return { endLine: last + 1, title, fault: null };
}
