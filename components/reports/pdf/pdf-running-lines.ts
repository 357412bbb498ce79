import "server-only";
import type { Report } from "../report-content";
import { INK, type Sheet } from "./pdf-sheet";

interface Line {
  text: string;
  x: number;
  y: number;
  width: number;
  align?: "right";
}

/** Writes outside the margins; what is too long ends in "…" instead of going on. */
function drawLine({ doc, say }: Sheet, { text, x, y, width, align }: Line) {
  doc.font("regular").fontSize(7.5).fillColor(INK.third);
  doc.text(say(text), x, y, { width, height: 10, ellipsis: true, align });
}

/**
 * What stands above and below the text of every page: whose, of what, when, and which page of how many. Last, for only
 * then it is known how many there are.
 *
 * @param lost how many characters the fonts could not draw
 */
export function drawRunningLines(sheet: Sheet, report: Report, lost: number): void {
  const { doc, left, width } = sheet;
  if (lost > 0) {
    sheet.gap(14);
    sheet.room(30);
    sheet.write(
      "A box (□) stands for a character that the fonts of this file do not have. The report's page in the product shows and prints all of them.",
      { size: 8, color: INK.third },
    );
  }
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Text below the margin would start a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    if (page > start) {
      drawLine(sheet, { text: `${report.project} · ${report.phase}`, x: left, y: 36, width: width * 0.7 });
      const right = { x: left + width * 0.7, width: width * 0.3, align: "right" } as const;
      drawLine(sheet, { text: report.workspace, y: 36, ...right });
    }
    const foot = doc.page.height - 46;
    drawLine(sheet, { text: `As it stood ${report.asOf}`, x: left, y: foot, width: width * 0.8 });
    const right = { x: left + width * 0.8, width: width * 0.2, align: "right" } as const;
    drawLine(sheet, { text: `Page ${page - start + 1} of ${count}`, y: foot, ...right });
    doc.endMarkedContent();
  }
}
