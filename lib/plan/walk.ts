import type { List, RootContent, Table } from "mdast";
import { type Draft, emptyPhase, type PhaseDraft, type Place } from "./draft";
import { areaOf, levelOfHeading, severityOf } from "./level";
import { type Entry, entryOf, hasWords } from "./list-entry";
import type { Said } from "./locate-corrections";
import type { Section } from "./outline";
import { readPhaseTable } from "./phase-table";
import { phaseMark } from "./phase-words";
import { fitTitle, folded, headingText, textLines, withoutControls } from "./plain-text";
import { ROLE_OF, readNodeAs } from "./read-as";
import { readItems } from "./read-items";
import {
  type Pending,
  readLabelled,
  readParagraph,
  readRiskProse,
  STATEMENTS,
  statementsOf,
} from "./read-paragraph";
import { readRiskSection } from "./read-risk-section";
import { isOneRisk, readOneRisk, readRisks } from "./read-risks";
import {
  addCriteria,
  addSignOffRule,
  readCriteria,
  readNoGo,
  readStatements,
  signOffRule,
} from "./read-statements";
import { readTable } from "./read-tables";
import { isGenericLabel, type Role, roleOf } from "./vocabulary";

/** What the walk needs to know besides the outline. */
interface Walk {
  draft: Draft;
  document: string;
  phases: ReadonlySet<Section>;
  titles: ReadonlySet<Section>;
  /** the table whose rows are the phases, where no heading is one */
  phaseTable: Table | null;
  /** what the reader says of headings and lists, by their line */
  said: Said;
}

/** The section of a phase's items that stand under no heading of their own. */
export const CHECKLIST = "Checklist";

function other(walk: Walk, entry: Entry, place: Place, role: Role): void {
  const { reading } = walk.draft;
  const named = entry.label === null ? "section" : roleOf(entry.label);
  if (place.graduation && role === "section" && hasWords(entry.text)) {
    addCriteria(walk.draft, place.phase, entry.text, entry.line, false, place.criteriaLevel);
    reading.markNode(entry.node, "detail");
    reading.mark(entry.line, entry.line, "criterion");
    return;
  }
  const [line] = entry.node.children[0]?.type === "paragraph" ? textLines(entry.node.children[0]) : [];
  if (line?.label && line.rest !== "" && place.inPhase && entry.lists.length === 0) {
    reading.markNode(entry.node, "unplaced");
    if (readLabelled(walk.draft, line.label, line.rest, entry.line, place)) return;
  }
  const kind = role === "goals" || role === "scope" ? STATEMENTS[role] : undefined;
  const statements = kind ? statementsOf(walk.draft, place, role, true) : null;
  if (kind && statements && hasWords(entry.text)) {
    statements.push(entry.text);
    reading.markNode(entry.node, kind);
    return;
  }
  if (entry.lists.length > 0 && named !== "section" && named !== "aside") {
    reading.mark(entry.line, entry.line, "label");
    for (const list of entry.lists) readList(walk, list, place, named, entry.label);
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

/** @param label the words that introduce the list, if they stand above it */
function readList(walk: Walk, list: List, place: Place, role: Role, label: string | null): void {
  const { draft } = walk;
  const boxes = list.children.some((item) => typeof item.checked === "boolean");
  const kind = STATEMENTS[role];
  const statements =
    kind && !boxes ? statementsOf(draft, place, role, label !== null && roleOf(label) !== "section") : null;
  if (role === "criteria") readCriteria(draft, list, place.phase, place.criteriaLevel);
  else if (role === "no-go") readNoGo(draft, list, place.phase);
  else if (role === "risks" && !boxes && label !== null && isOneRisk(list))
    readOneRisk(draft, list, label, place.severity);
  else if (role === "risks" && !boxes) readRisks(draft, list, place.severity);
  else if (role === "sign-off" && readSignOffs(walk, list, place)) return;
  else if (kind && statements && !namesRoles(list)) readStatements(draft, list, kind, statements);
  else readItems(draft, list, place, plainToo(place, role), (entry) => other(walk, entry, place, role));
}

/** In a document without boxes, bullets under "Tasks" are work, and so are those right under a phase. */
function plainToo(place: Place, role: Role): boolean {
  return role === "items" || (role === "section" && place.inPhase && !place.graduation);
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

function readBlocks(walk: Walk, section: Section, place: Place, role: Role): void {
  const { draft } = walk;
  let pending: Pending | null = null;
  const bare = section.entries === 0;
  section.blocks.forEach((node) => {
    const said = walk.said.readAs[node.position?.start.line ?? 0] ?? null;
    const as = said ?? place.readAs;
    const titled = { ...place, section: sectionFor(place, section, walk, pending) };
    if (readNodeAs(draft, node, titled, as, bare)) return;
    const within = pending && pending.role !== "section" ? pending.role : role;
    if (node.type === "paragraph") pending = readParagraph(draft, node, place, role, bare) ?? pending;
    else if (node.type === "list") readList(walk, node, titled, within, pending?.section ?? null);
    else if (node.type === "table" && node === walk.phaseTable)
      draft.phases.push(...readPhaseTable(draft, node, walk.document, walk.said.decided));
    else if (node.type === "table") readTable(draft, node, walk.document, titled, within, said);
    else {
      markOther(walk, node);
      pending = summaryOf(node) ?? pending;
    }
  });
  const first = section.blocks[0];
  if (bare && role === "risks" && first?.type === "paragraph") readRiskProse(draft, first);
}

/** Right under a phase's heading a bold label names the checklist; deeper down the heading does. */
function sectionFor(place: Place, section: Section, walk: Walk, pending: Pending | null): string {
  if (!pending?.section || isGenericLabel(pending.section) || STATEMENTS[pending.role]) return place.section;
  return walk.phases.has(section) || walk.titles.has(section) || section.depth === 0
    ? fitTitle(pending.section).title
    : place.section;
}

/** What is folded away stands under its summary, not under the label before it. */
function summaryOf(node: RootContent): Pending | null {
  if (node.type !== "html" || !/<\/?(?:details|summary)\b/i.test(node.value)) return null;
  const inner = /<summary\b[^>]*>([\s\S]{0,500}?)<\/summary>/i.exec(node.value)?.[1] ?? "";
  const text = headingText(withoutControls(inner.replace(/<[^>]*>|\s+/g, " ")).trim());
  return { role: roleOf(text), section: text === "" ? null : text };
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
    const said = walk.said.readAs[child.line] ?? null;
    if (walk.phases.has(child)) {
      const name = fitTitle(child.text || `Phase ${draft.phases.length + 1}`).title;
      const phase = emptyPhase(name, child.line);
      draft.phases.push(phase);
      draft.reading.mark(child.line, child.endLine, "phase");
      before = {
        ...here,
        phase,
        inPhase: true,
        section: CHECKLIST,
        level: levelOfHeading(child.text),
        area: areaOf(child.text),
        // "Graduation criteria" above the phases: what they list, unless it is a checklist, are criteria.
        graduation: role === "criteria",
        readAs: said,
      };
      walkSection(walk, child, before, "section");
      continue;
    }
    draft.reading.mark(child.line, child.endLine, walk.titles.has(child) ? "title" : "section");
    const own = said ? ROLE_OF[said] : walk.titles.has(child) ? titleRole(draft, child) : roleOf(child.text);
    const inherited = own === "section" ? role : own;
    if (role === "risks" && own !== "aside" && readRiskSection(draft, child)) continue;
    const mentioned = here.inPhase || own === "risks" ? undefined : phaseNamed(draft, child.text, inherited);
    const base: Place = mentioned
      ? { ...here, phase: mentioned, inPhase: true }
      : before && again.has(folded(child.text))
        ? before
        : here;
    const level = levelOfHeading(child.text);
    walkSection(
      walk,
      child,
      {
        ...base,
        section: walk.titles.has(child) ? base.section : sectionTitle(base, child),
        level: level ?? base.level,
        area: (walk.titles.has(child) ? null : areaOf(child.text)) ?? base.area,
        severity: severityOf(child.text) ?? base.severity,
        criteriaLevel: level ?? base.criteriaLevel,
        // A heading that says itself what it is about is not what the heading above it was said to be, but text stays text.
        readAs: said ?? (own === "section" || here.readAs === "text" ? here.readAs : null),
      },
      inherited,
    );
  }
}

/** The phase a later section is about: "Success criteria / Phase 2", "Phase 1 rollback". */
function phaseNamed(draft: Draft, heading: string, role: Role): PhaseDraft | undefined {
  if (!["criteria", "rollback", "sign-off", "goals", "scope"].includes(role)) return undefined;
  const mark = phaseMark(heading);
  if (!mark) return undefined;
  return draft.phases.find(({ name }) => {
    const own = phaseMark(name);
    return own?.id === mark.id && own.family === mark.family;
  });
}

/** A document that calls itself a checklist and holds no box means its bullets. */
function titleRole(draft: Draft, title: Section): Role {
  return !draft.hasBoxes && roleOf(title.text) === "items" ? "items" : "section";
}

/** The heading, or heading and parent where the phase already has a section of that name. */
function sectionTitle(place: Place, section: Section): string {
  const title = fitTitle(section.text || CHECKLIST).title;
  if (!place.phase.sections.has(title) || !section.parent?.text) return title;
  return fitTitle(`${section.parent.text} / ${title}`).title;
}
