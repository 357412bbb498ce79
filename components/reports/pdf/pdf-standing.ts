import "server-only";
import { type Bounded, leftWords } from "../bounded";
import type { Report } from "../report-content";
import { INK, type Sheet, TONE_INK } from "./pdf-sheet";
import { drawList, drawTable } from "./pdf-table";

/** Says how much of a list is left out. */
export function drawRest(sheet: Sheet, list: Bounded<unknown>): void {
  const words = leftWords(list);
  if (!words) return;
  sheet.room(16);
  sheet.write(words, { size: 8.5, color: INK.second });
}

/** What this is, of what, and as of when. */
export function drawHead(sheet: Sheet, { workspace, project, phase, asOf }: Report): void {
  sheet.write(workspace, { size: 9, bold: true, color: INK.brand });
  sheet.gap(5);
  sheet.write(`Readiness report: ${phase}`, { size: 21, bold: true }, { tag: "H1" });
  sheet.gap(1);
  sheet.write(project, { size: 12 });
  sheet.gap(3);
  sheet.write(`As it stood ${asOf}`, { size: 8.5, color: INK.second });
}

/** The phases from first to last, on one line with a gate at each. */
export async function drawRail(sheet: Sheet, { rail }: Report): Promise<void> {
  sheet.heading("Phases");
  const { doc, left } = sheet;
  const x = left + 7;
  const rows = rail.map(({ name, gate, score, isCurrent }) => [
    { text: name, bold: isCurrent, under: isCurrent ? "this report" : null },
    { text: gate.word, color: TONE_INK[gate.tone], bold: gate.tone !== "plain" },
    { text: score === null ? "—" : String(score), bold: isCurrent },
  ]);
  const mark = (row: number, top: number, bottom: number) => {
    const phase = rail[row];
    if (!phase) return;
    const y = top + 11.5;
    const color = phase.gate.tone === "plain" ? "#a6abb1" : TONE_INK[phase.gate.tone];
    doc.markContent("Artifact", { type: "Layout" });
    doc.lineWidth(1.2);
    if (row > 0)
      doc
        .moveTo(x, top)
        .lineTo(x, y - 5)
        .stroke("#d3d3cc");
    if (row < rail.length - 1)
      doc
        .moveTo(x, y + 5)
        .lineTo(x, bottom)
        .stroke("#d3d3cc");
    doc.polygon([x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y]);
    if (phase.gate.tone === "plain") doc.stroke(color);
    else doc.fillAndStroke(color, color);
    doc.endMarkedContent();
  };
  const columns = [
    { title: "Phase", share: 0.55 },
    { title: "Gate", share: 0.3 },
    { title: "Readiness", share: 0.15, align: "right" as const },
  ];
  await drawTable(sheet, columns, rows, { indent: 22, mark });
}

/** The gate in one sentence, and what stands in its way. */
export async function drawGate(sheet: Sheet, { verdict, blockers }: Report): Promise<void> {
  sheet.heading("Gate");
  sheet.write(`${verdict.text}.`, { size: 11, bold: true, color: TONE_INK[verdict.tone] });
  sheet.gap(4);
  await drawList(sheet, blockers.rows);
  drawRest(sheet, blockers);
}

function drawNumber(sheet: Sheet, { score, minimumScore, progress }: Report): void {
  const { doc, left, width } = sheet;
  if (score === null) {
    sheet.write(`Nothing here is scored. ${progress}`);
    return;
  }
  const top = doc.y;
  sheet.write(String(score), { size: 34, bold: true }, { width: 80 });
  const end = doc.y;
  doc.y = top + 9;
  const place = { x: left + 76, width: width - 76 };
  sheet.write(`of 100; the gate asks for ${minimumScore}.`, { size: 10.5 }, place);
  sheet.write(progress, { size: 9.5, color: INK.second }, place);
  doc.y = Math.max(end, doc.y);
  const bar = { y: doc.y, height: 5 };
  doc.markContent("Artifact", { type: "Layout" });
  doc.roundedRect(left, bar.y, width, bar.height, 2.5).fill(INK.line);
  const met = score >= minimumScore ? TONE_INK.go : TONE_INK.warn;
  if (score > 0) doc.roundedRect(left, bar.y, (width * score) / 100, bar.height, 2.5).fill(met);
  const goal = left + (width * minimumScore) / 100;
  doc
    .lineWidth(1.2)
    .moveTo(goal, bar.y - 2.5)
    .lineTo(goal, bar.y + bar.height + 2.5)
    .stroke(INK.full);
  doc.endMarkedContent();
  doc.y = bar.y + bar.height + 8;
}

/** The score and every point it lost: together they are 100. Then the grades of the areas. */
export async function drawScore(sheet: Sheet, report: Report): Promise<void> {
  const { score, losses, areas } = report;
  sheet.heading("Readiness");
  sheet.room(80);
  drawNumber(sheet, report);
  if (score !== null && losses.rows.length > 0) {
    const rows = losses.rows.map(({ title, points }) => [{ text: title }, { text: points }]);
    const sum = [
      { text: "100 less what was lost", bold: true },
      { text: String(score), bold: true },
    ];
    const columns = [
      { title: "Points lost to", share: 0.85 },
      { title: "Points", share: 0.15, align: "right" as const },
    ];
    await drawTable(sheet, columns, [...rows, ...(losses.left === 0 ? [sum] : [])]);
    drawRest(sheet, losses);
  }
  if (areas.length < 2) return;
  sheet.gap(6);
  sheet.room(60);
  const columns = [
    { title: "Area", share: 0.7 },
    { title: "Grade", share: 0.15 },
    { title: "Score", share: 0.15, align: "right" as const },
  ];
  const rows = areas.map(({ area, grade, score: own }) => [
    { text: area },
    { text: grade, bold: true },
    { text: String(own) },
  ]);
  await drawTable(sheet, columns, rows);
}

/** What was measured against what was asked. */
export async function drawCriteria(sheet: Sheet, { criteria }: Report): Promise<void> {
  if (criteria.rows.length === 0) return;
  sheet.heading("Success criteria");
  const columns = [
    { title: "Criterion", share: 0.58 },
    { title: "Measured", share: 0.24 },
    { title: "Result", share: 0.18 },
  ];
  const rows = criteria.rows.map(({ text, aim, measured, result }) => [
    { text, under: aim },
    { text: measured },
    { text: result.word, bold: true, color: TONE_INK[result.tone] },
  ]);
  await drawTable(sheet, columns, rows);
  drawRest(sheet, criteria);
}
