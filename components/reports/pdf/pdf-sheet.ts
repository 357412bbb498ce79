import "server-only";
import PDFDocument from "pdfkit";
import type { Tone } from "@/components/ui/chip";
import type { PdfFonts } from "./pdf-fonts";
import type { PdfWriter } from "./pdf-text";

/** The light theme on paper. */
export const INK = {
  full: "#1a1c1e",
  second: "#565b61",
  third: "#666c73",
  line: "#e4e4df",
  brand: "#3b4cca",
};
export const TONE_INK: Record<Tone, string> = {
  plain: "#565b61",
  brand: "#3b4cca",
  go: "#1f7a4d",
  warn: "#8f5400",
  stop: "#b3261e",
};

const MARGIN = { left: 54, right: 54, top: 66, bottom: 66 };
/** Lines are measured in fractions; a row that fits exactly must not run over. */
const SLACK = 3;
/** So many rows are drawn before others get their turn. */
const ROWS_A_TURN = 12;

export interface Style {
  size?: number;
  bold?: boolean;
  color?: string;
  align?: "left" | "right";
}

export interface Place {
  x: number;
  width: number;
}

/** A PDF being written from top to bottom, tagged for those who have it read to them. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  left: number;
  width: number;
  /** lets other requests have their turn; to be called for each row */
  breathe: () => Promise<void>;
  /** height of a text as it would be written */
  heightOf: (text: string, style: Style, width: number) => number;
  /** starts a page where `height` does not fit; true when it did */
  room: (height: number) => boolean;
  /** writes at the present height and moves down; a long text goes on on the next page */
  write: (
    text: string,
    style?: Style,
    place?: Partial<Place> & { tag?: string; parent?: PDFKit.PDFStructureElement },
  ) => void;
  /** a group for readers of the tags */
  group: (tag: string, parent?: PDFKit.PDFStructureElement) => PDFKit.PDFStructureElement;
  heading: (text: string) => void;
  gap: (height: number) => void;
  say: (text: string) => string;
}

const titleOf = ({ title, author, madeAt }: { title: string; author: string; madeAt: string }) => ({
  Title: title,
  Author: author,
  Creator: "Phasegate",
  Producer: "Phasegate",
  CreationDate: new Date(madeAt),
});

/** An empty A4 document in English (the product's language). */
export function makeSheet(
  fonts: PdfFonts,
  writer: PdfWriter,
  about: { title: string; author: string; madeAt: string },
): Sheet {
  const doc = new PDFDocument({
    size: "A4",
    margins: MARGIN,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en",
    displayTitle: true,
    info: titleOf(about),
    // None: it would be Helvetica, which cannot write "ğ".
    font: "",
  });
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("bold", fonts.bold);
  const root = doc.struct("Document");
  doc.addStructure(root);

  const left = MARGIN.left;
  const width = doc.page.width - MARGIN.left - MARGIN.right;
  const bottom = doc.page.height - MARGIN.bottom;
  const styled = ({ size = 9.5, bold = false, color = INK.full }: Style) =>
    doc
      .font(bold ? "bold" : "regular")
      .fontSize(size)
      .fillColor(color);
  let rows = 0;

  const group: Sheet["group"] = (tag, parent = root) => {
    const made = doc.struct(tag);
    parent.add(made);
    return made;
  };
  const room: Sheet["room"] = (height) => {
    if (doc.y + height + SLACK <= bottom) return false;
    doc.addPage();
    return true;
  };
  const write: Sheet["write"] = (text, style = {}, place = {}) => {
    const { x = left, width: wide = width, tag = "P", parent = root } = place;
    styled(style).text(writer.say(text), x, doc.y, {
      width: wide,
      align: style.align ?? "left",
      lineGap: 1.5,
      structParent: parent,
      structType: tag,
    });
  };
  return {
    doc,
    left,
    width,
    breathe: async () => {
      rows += 1;
      if (rows % ROWS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    },
    heightOf: (text, style, wide) =>
      styled(style).heightOfString(writer.say(text), { width: wide, lineGap: 1.5 }),
    room,
    write,
    group,
    heading: (text) => {
      // With the first lines of what it heads.
      room(78);
      if (doc.y > MARGIN.top + 1) doc.y += 17;
      write(text, { size: 13, bold: true }, { tag: "H2" });
      doc.y += 5;
    },
    gap: (height) => {
      doc.y += height;
    },
    say: writer.say,
  };
}
