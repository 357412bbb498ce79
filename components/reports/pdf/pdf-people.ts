import "server-only";
import type { Report } from "../report-content";
import { INK, type Sheet, TONE_INK } from "./pdf-sheet";
import { drawRest } from "./pdf-standing";
import { drawList } from "./pdf-table";

const QUIET = { size: 8.5, color: INK.second };

/** A line above each entry, and the room for its first lines below it. */
function beginEntry(sheet: Sheet): void {
  sheet.room(56);
  const { doc, left, width } = sheet;
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(left, doc.y)
    .lineTo(left + width, doc.y)
    .lineWidth(0.6)
    .stroke(INK.line);
  doc.endMarkedContent();
  sheet.gap(6);
}

/** The head of an entry: what it is, and its verdict at the right. */
function drawEntryHead(sheet: Sheet, text: string, word: string, color: string): void {
  const { doc, left, width } = sheet;
  const top = doc.y;
  sheet.write(text, { size: 10, bold: true }, { width: width - 130, tag: "H3" });
  const end = doc.y;
  doc.y = top;
  const place = { x: left + width - 125, width: 125 };
  sheet.write(word, { size: 9, bold: true, color, align: "right" }, place);
  doc.y = Math.max(end, doc.y);
}

/** Every rule with who signed under it and what they said. */
export async function drawSignOffs(sheet: Sheet, { rules }: Report): Promise<void> {
  sheet.heading("Sign-offs");
  if (rules.length === 0) sheet.write("Nobody has to sign before this gate.", { color: INK.second });
  for (const { name, people, state, signatures } of rules) {
    beginEntry(sheet);
    drawEntryHead(sheet, name, state.word, TONE_INK[state.tone]);
    sheet.write(people, QUIET);
    if (signatures.length === 0) sheet.write("none yet", QUIET);
    sheet.gap(2);
    await drawList(
      sheet,
      signatures.map(({ line, comment, since }) => ({
        text: line,
        detail: [comment && `“${comment}”`, since].filter(Boolean).join("\n"),
      })),
      { size: 9 },
    );
    sheet.gap(5);
  }
}

/** What a list is of, on the same page as its first entry. */
function drawListHead(sheet: Sheet, text: string): void {
  sheet.room(40);
  sheet.write(text, { ...QUIET, bold: true });
}

async function drawDecision(sheet: Sheet, decision: Report["decisions"]["rows"][number]): Promise<void> {
  const { outcome, marks, by, reason, override, conditions, blockers, seal } = decision;
  beginEntry(sheet);
  drawEntryHead(sheet, outcome, marks, INK.second);
  sheet.write(by, QUIET);
  if (reason) sheet.write(reason, { size: 9.5 });
  if (override) sheet.write(`Override: ${override}`, { size: 9.5, color: TONE_INK.warn });
  sheet.gap(2);
  if (conditions.length > 0) drawListHead(sheet, "Conditions");
  await drawList(
    sheet,
    conditions.map((text) => ({ text })),
    { size: 9 },
  );
  if (blockers.rows.length > 0) drawListHead(sheet, "Blockers at that moment");
  await drawList(sheet, blockers.rows, QUIET);
  drawRest(sheet, blockers);
  sheet.write(`sealed ${seal}`, { size: 7.5, color: INK.third });
  sheet.gap(7);
}

/** Every decision on the gate, newest first, with its seal in full. */
export async function drawDecisions(sheet: Sheet, { decisions }: Report): Promise<void> {
  sheet.heading("Decisions");
  if (decisions.rows.length === 0) sheet.write("This gate has not been decided.", { color: INK.second });
  for (const decision of decisions.rows) await drawDecision(sheet, decision);
  drawRest(sheet, decisions);
}
