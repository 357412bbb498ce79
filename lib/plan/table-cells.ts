import type { Table, TableCell, TableRow } from "mdast";
import type { Draft } from "./draft";
import { writtenAs } from "./html/written";
import { plainText, withoutControls } from "./plain-text";
import type { ReadingKind } from "./reading";

export interface Cell {
  /** plain words */
  text: string;
  /** Markdown as written */
  source: string;
  /** the lines it stands on, counted from 1; a table cell of Markdown shares its row's */
  lines: readonly [from: number, to: number];
  node: TableCell | null;
}

/** What a short row has under the other columns. It stands on no line. */
export const EMPTY_CELL: Cell = { text: "", source: "", lines: [0, 0], node: null };

/** One row of a table. */
export type Row = Cells["rows"][number];

/** A table as words: its header and its rows, short rows filled up. */
export interface Cells {
  header: string[];
  rows: { line: number; endLine: number; cells: Cell[] }[];
}

const linesOf = ({ position }: TableRow | TableCell): [from: number, to: number] => [
  position?.start.line ?? 0,
  position?.end.line ?? 0,
];

function cellsOf(row: TableRow, document: string): Cell[] {
  return row.children.map((cell) => {
    const from = cell.children[0]?.position?.start.offset;
    const to = cell.children.at(-1)?.position?.end.offset;
    const source =
      writtenAs(cell) ?? (from === undefined || to === undefined ? "" : document.slice(from, to));
    return {
      text: plainText(cell),
      source: withoutControls(source.replace(/<!--[\s\S]*?-->/g, "")).trim(),
      lines: linesOf(cell),
      node: cell,
    };
  });
}

/** Reads a table's cells. In: the node and the whole document, from which cells are cut as written. */
export function readCells(table: Table, document: string): Cells {
  const [head, ...body] = table.children;
  const header = head ? cellsOf(head, document).map(({ text }) => text) : [];
  const rows = body.map((row) => {
    const cells = cellsOf(row, document);
    while (cells.length < header.length) cells.push(EMPTY_CELL);
    const [line, endLine] = linesOf(row);
    return { line, endLine, cells };
  });
  return { header, rows };
}

/** Marks the lines of a table up to its first row, which name its columns. */
export function markHead({ reading }: Draft, { position, children }: Table, kind: ReadingKind): void {
  const head = position?.start.line ?? 0;
  const end = position?.end.line ?? head;
  const first = children[1]?.position?.start.line ?? end + 1;
  reading.mark(head, Math.max(head, Math.min(first - 1, end)), kind);
}

/** Nothing was filled in: "", "-", "TBD", "[Name]". */
export function isBlankCell(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || /^(?:tbd|n\/?a|none|\?+|\[[^\]]*\])$/i.test(text.trim());
}

/** The first column whose folded header is like a pattern, or -1. */
export function columnLike(header: readonly string[], pattern: RegExp): number {
  return header.findIndex((cell) => pattern.test(cell));
}

/** A cell of a row; an empty one where the row has none there. */
export const cellAt = (row: Row, column: number): Cell => row.cells[column] ?? EMPTY_CELL;
