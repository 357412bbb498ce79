/** What Markdown cannot say stands in HTML comments that nobody sees on a code host: `<!-- key: restore-drill -->`. */

const SIMPLE = /^[\p{L}\p{N}]+(?:[._/-][\p{L}\p{N}]+)*$/u;

/** JSON in which nothing can end the comment. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

/** A comment that names something, with a value where there is one. */
export function comment(name: string, value: string | null = null): string {
  if (value === null) return `<!-- ${name} -->`;
  return `<!-- ${name}: ${SIMPLE.test(value) ? value : quoted(value)} -->`;
}

const COMMENT = /^<!--\s*([a-z][a-z -]*?)\s*(?::\s*(\S[\s\S]*?))?\s*-->$/;

/** The name and value of a comment of ours; null for any other. A value that cannot be read is none. */
export function readComment(html: string): { name: string; value: string | null } | null {
  const match = COMMENT.exec(html.trim());
  if (!match?.[1]) return null;
  const value = match[2] ?? null;
  if (!value?.startsWith('"')) return { name: match[1], value };
  try {
    const parsed: unknown = JSON.parse(value);
    return { name: match[1], value: typeof parsed === "string" ? parsed : null };
  } catch {
    return { name: match[1], value: null };
  }
}

const MARK = /^\s*<!--\s*phasegate plan 1\b/;

/** The first line of every plan file. The number is that of its form, so that a later one can be told apart. */
export const PLAN_FILE_MARK =
  "<!-- phasegate plan 1: edit it freely. The comments hold keys, by which a thing is known again when it was reworded. -->";

/** Whether a document is a plan file, as `planToMarkdown` writes it. */
export const isPlanFile = (text: string): boolean => MARK.test(text.replace(/^\ufeff/, ""));
