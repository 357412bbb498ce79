import "server-only";
import { INK, type Place, type Sheet, type Style } from "./pdf-sheet";

export interface Column {
  title: string;
  /** of the width of the page */
  share: number;
  align?: "right";
}

/** A text, and a second one under it. */
export interface Cell extends Style {
  text: string;
  under?: string | null;
}

const PAD = 4.5;
const SIZE = 9;
const UNDER: Style = { size: 8, color: INK.second };
/** A cell is never taller than a page; what is longer than any title is cut. */
const LONGEST = 1_200;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function placesOf({ left, width }: Sheet, columns: Column[], indent: number): Place[] {
  let x = left + indent;
  const whole = width - indent;
  return columns.map(({ share }, index) => {
    const place = { x, width: whole * share - (index === columns.length - 1 ? 0 : 10) };
    x += whole * share;
    return place;
  });
}

function rule({ doc, left, width }: Sheet, y: number, color = INK.line) {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.6)
    .stroke(color);
  doc.endMarkedContent();
}

interface Drawn {
  columns: Column[];
  places: Place[];
  table: PDFKit.PDFStructureElement;
}

function heightOfRow(sheet: Sheet, cells: Cell[], places: Place[]): number {
  const heights = cells.map((cell, index) => {
    const wide = places[index]?.width ?? sheet.width;
    const own = sheet.heightOf(cut(cell.text), { size: SIZE, ...cell }, wide);
    return own + (cell.under ? sheet.heightOf(cut(cell.under), UNDER, wide) : 0);
  });
  return Math.max(...heights) + 2 * PAD;
}

function drawRow(sheet: Sheet, cells: Cell[], { columns, places, table }: Drawn, tag: "TH" | "TD") {
  const top = sheet.doc.y;
  const row = sheet.group("TR", table);
  let end = top;
  cells.forEach((cell, index) => {
    const place = places[index];
    if (!place) return;
    sheet.doc.y = top + PAD;
    const parent = sheet.group(tag, row);
    const align = columns[index]?.align;
    sheet.write(cut(cell.text), { size: SIZE, ...cell, align }, { ...place, parent });
    if (cell.under) sheet.write(cut(cell.under), { ...UNDER, align }, { ...place, parent });
    end = Math.max(end, sheet.doc.y);
  });
  sheet.doc.y = end + PAD;
}

/**
 * Writes a table that goes on over pages, its head on each of them. A row is not torn.
 *
 * @param mark draws beside each row, between its top and its bottom, in the `indent` kept free for it
 */
export async function drawTable(
  sheet: Sheet,
  columns: Column[],
  rows: Cell[][],
  { indent = 0, mark }: { indent?: number; mark?: (row: number, top: number, bottom: number) => void } = {},
): Promise<void> {
  const drawn: Drawn = { columns, places: placesOf(sheet, columns, indent), table: sheet.group("Table") };
  const head = columns.map(({ title }) => ({ text: title, size: 8, color: INK.third }));
  const drawHead = () => drawRow(sheet, head, drawn, "TH");
  drawHead();
  for (const [index, cells] of rows.entries()) {
    if (sheet.room(heightOfRow(sheet, cells, drawn.places))) drawHead();
    const top = sheet.doc.y;
    rule(sheet, top);
    drawRow(sheet, cells, drawn, "TD");
    mark?.(index, top, sheet.doc.y);
    await sheet.breathe();
  }
  rule(sheet, sheet.doc.y);
  sheet.gap(4);
}

/** Writes one entry under another, each behind a dot; a long one goes on on the next page. */
export async function drawList(
  sheet: Sheet,
  entries: { text: string; detail?: string | null }[],
  style: Style = {},
): Promise<void> {
  const list = sheet.group("L");
  for (const { text, detail } of entries) {
    sheet.room(26);
    const { doc, left, width } = sheet;
    doc.markContent("Artifact", { type: "Layout" });
    doc.circle(left + 4, doc.y + 6, 1.4).fill(style.color ?? INK.second);
    doc.endMarkedContent();
    const parent = sheet.group("LBody", sheet.group("LI", list));
    const place = { x: left + 13, width: width - 13, parent };
    sheet.write(text, { size: 9.5, ...style }, place);
    if (detail) sheet.write(detail, { size: 8.5, color: INK.second }, place);
    sheet.gap(2.5);
    await sheet.breathe();
  }
}
