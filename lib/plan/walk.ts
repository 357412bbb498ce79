import type { List, Paragraph, RootContent } from "mdast";
import { type Draft, emptyPhase, itemsOf, type Place } from "./draft";
import { areaOf, levelOfHeading, levelOfWord, severityOf } from "./level";
import { type Entry, entryOf, hasWords, signOf } from "./list-entry";
import type { Section } from "./outline";
import { fitTitle, folded, textLines } from "./plain-text";
import { readItems, toItem } from "./read-items";
import {
  addCriteria,
  addRisk,
  addSignOffRule,
  readCriteria,
  readRisks,
  readStatements,
  signOffRule,
} from "./read-statements";
import { readTable } from "./read-tables";
import type { ReadingKind } from "./reading";
import { isGenericLabel, type Role, roleOf } from "./vocabulary";

/** What the walk needs to know besides the outline. */
export interface Walk {
  draft: Draft;
  document: string;
  phases: ReadonlySet<Section>;
  title: Section | null;
}

const CHECKLIST = "Checklist";
const STATEMENTS: Readonly<Partial<Record<Role, ReadingKind>>> = {
  goals: "goal",
  scope: "scope",
  "out of scope": "scope",
  rollback: "rollback",
};

/** Where statements of a kind go. Null: they say nothing about a phase here (goals of a token, of a chapter). */
function statementsOf(walk: Walk, place: Place, role: Role, fromLabel: boolean): string[] | null {
  if (role === "rollback") return place.phase.rollback;
  if (!place.inPhase && (walk.draft.hasPhases || fromLabel)) return null;
  if (role === "goals") return place.phase.goals;
  return role === "scope" ? place.phase.scope : null;
}

function other(walk: Walk, entry: Entry, place: Place, role: Role): void {
  const { reading } = walk.draft;
  const named = entry.label === null ? "section" : roleOf(entry.label);
  if (entry.lists.length > 0 && named !== "section" && named !== "aside") {
    reading.mark(entry.line, entry.line, "label");
    for (const list of entry.lists) readList(walk, list, place, named, true);
    return;
  }
  reading.markNode(entry.node, role === "aside" || onlyLinks(entry) ? "text" : "unplaced");
}

function onlyLinks(entry: Entry): boolean {
  const first = entry.node.children[0];
  return (
    first?.type === "paragraph" &&
    first.children.every(
      (node) =>
        node.type === "link" ||
        node.type === "linkReference" ||
        (node.type === "text" && !hasWords(node.value)),
    )
  );
}

function readList(walk: Walk, list: List, place: Place, role: Role, fromLabel: boolean): void {
  const { draft } = walk;
  const boxes = list.children.some((item) => typeof item.checked === "boolean");
  const kind = STATEMENTS[role];
  const statements = kind && !boxes ? statementsOf(walk, place, role, fromLabel) : null;
  if (role === "criteria") readCriteria(draft, list, place.phase, place.criteriaLevel);
  else if (role === "risks" && !boxes) readRisks(draft, list, place.severity);
  else if (role === "sign-off" && readSignOffs(walk, list, place)) return;
  else if (kind && statements && !namesRoles(list)) readStatements(draft, list, kind, statements);
  else readItems(draft, list, place, role === "items", (entry) => other(walk, entry, place, role));
}

/** "Monitoring: ..., Rollback Plan: ..." below one heading: each entry says itself what it is about. */
function namesRoles(list: List): boolean {
  return list.children
    .map(entryOf)
    .some((entry) => entry.lists.length > 0 && entry.label !== null && roleOf(entry.label) !== "section");
}

/** A list of who signs. Boxes that are ticked, or have lines of their own below them, are work: such a list stays a checklist. */
function readSignOffs(walk: Walk, list: List, place: Place): boolean {
  const entries = list.children.map(entryOf);
  if (
    entries.some(({ state, nested }) => state === "DONE" || (state !== null && nested.length > 0)) ||
    !entries.every(({ text }) => signOffRule(text))
  )
    return false;
  for (const entry of entries) {
    addSignOffRule(place.phase, entry.text);
    walk.draft.reading.markNode(entry.node, "sign-off rule");
  }
  return true;
}

interface Pending {
  role: Role;
  section: string | null;
}

/** Reads a paragraph. Out: the label it ends with, if it introduces what follows. */
function readParagraph(walk: Walk, node: Paragraph, place: Place, role: Role, last: boolean): Pending | null {
  const { draft } = walk;
  const lines = textLines(node);
  draft.reading.markNode(node, "text");
  let pending: Pending | null = null;
  lines.forEach(({ line, text, label, rest }, index) => {
    const sign = draft.hasBoxes || !draft.signsAreBoxes ? null : signOf(text);
    if (sign && hasWords(sign.text)) {
      const entry = { ...entryOf({ type: "listItem", children: [] }), text: sign.text, line };
      const item = toItem(draft, entry, sign.state, place, false);
      if (item) itemsOf(place.phase, place.section).push(item);
      draft.reading.mark(line, line, "item");
    } else if (label === null) readProse(walk, text, line, place, role, last && lines.length === 1);
    else if (rest === "") {
      if (index === lines.length - 1) pending = { role: roleOf(label), section: label };
      draft.reading.mark(line, line, "label");
    } else readLabelled(walk, label, rest, line, place);
  });
  return pending;
}

/** "**Goal:** ship it", "**Exit criteria:** a; b", "**Impact:** HIGH": one line that says what it is. */
function readLabelled(walk: Walk, label: string, rest: string, line: number, place: Place): void {
  const { draft } = walk;
  const role = roleOf(label);
  const statements = statementsOf(walk, place, role, true);
  const kind = STATEMENTS[role];
  if (role === "criteria" && place.inPhase) {
    for (const part of rest.split(/;\s+/)) addCriteria(draft, place.phase, part, line, false, null);
    draft.reading.mark(line, line, "criterion");
  } else if (kind && statements && (role !== "rollback" || place.inPhase)) {
    statements.push(rest);
    draft.reading.mark(line, line, kind);
  } else if (role === "sign-off" && place.inPhase) {
    for (const part of rest.split(/[,;]\s*/)) addSignOffRule(place.phase, part);
    draft.reading.mark(line, line, "sign-off rule");
  } else if (/^(?:impact|priority|level|severity)$/.test(folded(label)))
    place.level = levelOfWord(rest) ?? place.level;
}

/** Plain sentences under a heading that says what they are: a goal in prose, a criterion with a number, a risk. */
function readProse(walk: Walk, text: string, line: number, place: Place, role: Role, alone: boolean): void {
  const { draft } = walk;
  if (!alone || !hasWords(text)) return;
  const kind = STATEMENTS[role];
  const statements = kind ? statementsOf(walk, place, role, false) : null;
  if (kind && statements && place.inPhase) {
    statements.push(text);
    draft.reading.mark(line, line, kind);
  } else if (role === "criteria" && /\d/.test(text) && place.inPhase) {
    addCriteria(draft, place.phase, text, line, false, place.criteriaLevel);
    draft.reading.mark(line, line, "criterion");
  }
}

function readBlocks(walk: Walk, section: Section, place: Place, role: Role): void {
  const { draft } = walk;
  let pending: Pending | null = null;
  const bare = section.entries === 0;
  section.blocks.forEach((node) => {
    const within = pending && pending.role !== "section" ? pending.role : role;
    if (node.type === "paragraph") pending = readParagraph(walk, node, place, role, bare) ?? pending;
    else if (node.type === "list")
      readList(
        walk,
        node,
        { ...place, section: sectionFor(place, section, walk, pending) },
        within,
        pending !== null && pending.role !== "section",
      );
    else if (node.type === "table")
      readTable(
        draft,
        node,
        walk.document,
        { ...place, section: sectionFor(place, section, walk, pending) },
        within,
      );
    else markOther(walk, node);
  });
  const first = section.blocks[0];
  if (bare && role === "risks" && first?.type === "paragraph") readRiskProse(walk, first);
}

/** A risk told in prose: its first sentence names it. */
function readRiskProse(walk: Walk, node: Paragraph): void {
  const text = textLines(node)
    .map((line) => line.text)
    .join(" ");
  const sentence = /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  if (!hasWords(text) || /^(?:none|n\/a|tbd)\b/i.test(text)) return;
  const rest = text.slice(sentence.length).trim();
  addRisk(walk.draft, sentence, node.position?.start.line ?? 0, null, rest ? [`Mitigation: ${rest}`] : []);
  walk.draft.reading.markNode(node, "risk");
}

/** Right under a phase's heading a bold label names the checklist; deeper down the heading does. */
function sectionFor(place: Place, section: Section, walk: Walk, pending: Pending | null): string {
  if (!pending?.section || isGenericLabel(pending.section)) return place.section;
  return walk.phases.has(section) || section === walk.title || section.depth === 0
    ? fitTitle(pending.section).title
    : place.section;
}

function markOther(walk: Walk, node: RootContent): void {
  const { reading } = walk.draft;
  if (node.type === "code") reading.markNode(node, "code");
  else if (node.type === "thematicBreak") reading.markNode(node, "divider");
  else if (node.type === "html") reading.markNode(node, /^\s*<!--/.test(node.value) ? "comment" : "text");
  else reading.markNode(node, "text");
}

/** Titles that stand at the phases' own depth once per phase belong to the phase before them. */
function repeated(section: Section): Set<string> {
  const seen = new Map<string, number>();
  for (const child of section.children) seen.set(folded(child.text), (seen.get(folded(child.text)) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count > 1).map(([text]) => text));
}

/** Reads a section and everything below it into the draft. */
export function walkSection(walk: Walk, section: Section, place: Place, role: Role): void {
  const { draft } = walk;
  const here = { ...place };
  readBlocks(walk, section, here, role);
  const again = repeated(section);
  let before: Place | null = null;
  for (const child of section.children) {
    if (walk.phases.has(child)) {
      const phase = emptyPhase(fitTitle(child.text || `Phase ${draft.phases.length + 1}`).title);
      draft.phases.push(phase);
      draft.reading.mark(child.line, child.line, "phase");
      before = {
        ...here,
        phase,
        inPhase: true,
        section: CHECKLIST,
        level: levelOfHeading(child.text),
        area: areaOf(child.text),
      };
      walkSection(walk, child, before, "section");
      continue;
    }
    draft.reading.mark(child.line, child.line, child === walk.title ? "title" : "section");
    const own = child === walk.title ? "section" : roleOf(child.text);
    const inherited = own === "section" ? role : own;
    const base: Place = before && again.has(folded(child.text)) ? before : here;
    const level = levelOfHeading(child.text);
    walkSection(
      walk,
      child,
      {
        ...base,
        section: child === walk.title ? base.section : sectionTitle(base, child),
        level: level ?? base.level,
        area: (child === walk.title ? null : areaOf(child.text)) ?? base.area,
        severity: severityOf(child.text) ?? base.severity,
        criteriaLevel: level ?? base.criteriaLevel,
      },
      inherited,
    );
  }
}

/** The heading, or heading and parent where the phase already has a section of that name. */
function sectionTitle(place: Place, section: Section): string {
  const title = fitTitle(section.text || CHECKLIST).title;
  if (!place.phase.sections.has(title) || !section.parent?.text) return title;
  return fitTitle(`${section.parent.text} / ${title}`).title;
}
