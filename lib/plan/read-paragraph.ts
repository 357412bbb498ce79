import type { Paragraph } from "mdast";
import { type Draft, itemsOf, type Place } from "./draft";
import { keepAbove } from "./item-words";
import { levelOfWord } from "./level";
import { hasWords, signOf } from "./list-entry";
import { entryOfLine } from "./own-words";
import { folded, textLines } from "./plain-text";
import { toItem } from "./read-items";
import { addRisk } from "./read-risks";
import { addCriteria, addSignOffRule } from "./read-statements";
import type { ReadingKind } from "./reading";
import { type Role, roleOf, roleWithin } from "./vocabulary";

/** Roles whose text is kept as plain statements, and what such a line was read as. */
export const STATEMENTS: Readonly<Partial<Record<Role, ReadingKind>>> = {
  goals: "goal",
  scope: "scope",
  "out of scope": "scope",
  rollback: "rollback",
  triggers: "rollback",
};

/** Where statements of a kind go. Null: they say nothing about a phase here (goals of a token, of a chapter). */
export function statementsOf(draft: Draft, place: Place, role: Role, fromLabel: boolean): string[] | null {
  if (role === "rollback") return place.phase.rollback;
  if (role === "triggers") return place.phase.triggers;
  if (!place.inPhase && (draft.hasPhases || fromLabel)) return null;
  if (role === "goals") return place.phase.goals;
  return role === "scope" ? place.phase.scope : null;
}

/** A label that introduces what follows it. */
export interface Pending {
  role: Role;
  section: string | null;
}

/** Reads a paragraph. Out: the label it ends with, if it introduces what follows. */
export function readParagraph(
  draft: Draft,
  node: Paragraph,
  place: Place,
  role: Role,
  last: boolean,
): Pending | null {
  const lines = textLines(node);
  draft.reading.markNode(node, "text");
  let pending: Pending | null = null;
  lines.forEach(({ line, text, label, rest, nodes }, index) => {
    const sign = draft.hasBoxes ? null : signOf(text);
    const work = draft.signsAreBoxes || place.inPhase || role === "items";
    if (sign && work && hasWords(sign.text)) {
      const entry = entryOfLine(nodes, sign.text, line);
      const item = toItem(draft, entry, draft.signsAreBoxes ? sign.state : "OPEN", place, false);
      if (item) itemsOf(place.phase, place.section).push(item);
      draft.reading.mark(line, line, "item");
    } else if (/^\[[ xX]?\]\s/.test(text)) draft.reading.mark(line, line, "unplaced");
    else if (label === null) readProse(draft, text, line, place, role, last && lines.length === 1);
    else if (rest === "") {
      if (index === lines.length - 1) pending = { role: roleOf(label), section: label };
      draft.reading.mark(line, line, "label");
    } else if (
      role === "criteria" &&
      /^(?:target|threshold|goal|ziel|meta|objetivo|cible|目标|目標|목표|цель)$/.test(folded(label))
    ) {
      addCriteria(draft, place.phase, `${place.section}: ${rest}`, line, false, place.criteriaLevel);
      draft.reading.mark(line, line, "criterion");
    } else if (roleWithin(role, roleOf(label), label) === "triggers" && hasWords(rest)) {
      // "**When:** ..." under a rollback plan.
      place.phase.triggers.push(rest);
      draft.reading.mark(line, line, "rollback");
    } else readLabelled(draft, label, rest, line, place);
  });
  const told = lines.at(-1);
  // "The following recommendations are made:" in a sentence of its own.
  if (told && /[:：]$/.test(told.text) && /\brecommend(?:ations?|ed)\b/i.test(told.text))
    return { role: "recommendations", section: null };
  return pending;
}

/** "**Goal:** ship it", "**Exit criteria:** a; b", "**Impact:** HIGH": one line that says what it is. Out: whether it was understood. */
export function readLabelled(draft: Draft, label: string, rest: string, line: number, place: Place): boolean {
  const role = roleOf(label);
  const statements = statementsOf(draft, place, role, true);
  const kind = STATEMENTS[role];
  if (role === "criteria" && place.inPhase) {
    for (const part of rest.split(/;\s+/)) addCriteria(draft, place.phase, part, line, false, null);
    draft.reading.mark(line, line, "criterion");
  } else if (kind && statements && (kind !== "rollback" || place.inPhase)) {
    statements.push(rest);
    draft.reading.mark(line, line, kind);
  } else if (role === "sign-off" && place.inPhase) {
    for (const part of rest.split(/[,;]\s*|\s+[+&]\s+/)) addSignOffRule(place.phase, part);
    draft.reading.mark(line, line, "sign-off rule");
  } else {
    if (/^(?:impact|priority|level|severity)$/.test(folded(label)))
      place.level = levelOfWord(rest) ?? place.level;
    return keepAbove(draft, place, label, rest, line);
  }
  return true;
}

/** Plain sentences under a heading that says what they are: a goal in prose, a criterion with a number, a risk. */
function readProse(draft: Draft, text: string, line: number, place: Place, role: Role, alone: boolean): void {
  if (!alone || !hasWords(text)) return;
  const kind = STATEMENTS[role];
  const statements = kind ? statementsOf(draft, place, role, false) : null;
  if (kind && statements && place.inPhase) {
    statements.push(text);
    draft.reading.mark(line, line, kind);
  } else if (role === "criteria" && /\d/.test(text) && place.inPhase) {
    addCriteria(draft, place.phase, text, line, false, place.criteriaLevel);
    draft.reading.mark(line, line, "criterion");
  }
}

/** A risk told in prose: its first sentence names it. */
export function readRiskProse(draft: Draft, node: Paragraph): void {
  const text = textLines(node)
    .map((line) => line.text)
    .join(" ");
  const sentence = /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  if (!hasWords(text) || /^(?:none|n\/a|tbd)\b/i.test(text)) return;
  const rest = text.slice(sentence.length).trim();
  addRisk(draft, sentence, node.position?.start.line ?? 0, null, rest ? [`Mitigation: ${rest}`] : []);
  draft.reading.markNode(node, "risk");
}
