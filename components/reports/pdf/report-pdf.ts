import "server-only";
import { buffer } from "node:stream/consumers";
import type { Report } from "../report-content";
import { pdfFonts } from "./pdf-fonts";
import { drawDecisions, drawSignOffs } from "./pdf-people";
import { drawRunningLines } from "./pdf-running-lines";
import { makeSheet } from "./pdf-sheet";
import { drawCriteria, drawGate, drawHead, drawRail, drawScore } from "./pdf-standing";
import { pdfWriter } from "./pdf-text";

/**
 * The report as a PDF on A4. It is drawn in small turns, so that a long one does not keep other requests waiting.
 *
 * @throws when the installation lacks its fonts
 */
export async function reportPdf(report: Report): Promise<Buffer<ArrayBuffer>> {
  const fonts = await pdfFonts();
  const writer = pdfWriter(fonts.characters);
  const sheet = makeSheet(fonts, writer, {
    title: `Readiness report of ${report.phase} · ${report.project}`,
    author: report.workspace,
    madeAt: report.madeAt,
  });
  const content = buffer(sheet.doc);
  drawHead(sheet, report);
  await drawRail(sheet, report);
  await drawGate(sheet, report);
  await drawScore(sheet, report);
  await drawCriteria(sheet, report);
  await drawSignOffs(sheet, report);
  await drawDecisions(sheet, report);
  drawRunningLines(sheet, report, writer.lost());
  sheet.doc.end();
  return await content;
}
