/** What a spreadsheet would take for a formula, and run. */
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

type Cell = string | number | boolean | null | undefined;

/** A text that opens like a formula gets an apostrophe in front, which spreadsheets show as text. */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = defused(value);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV (RFC 4180). Texts cannot become formulas; numbers stay numbers. The byte order mark tells Excel that it
 * is UTF-8.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
