import type { RootContent, Table } from "mdast";
import { type Draft, emptyPhase, nameThatFits, type PhaseDraft, type Place } from "./draft";
import { markHtml } from "./html/mark-html";
import { areaOf, levelOfHeading, severityOf } from "./level";
import type { Said } from "./locate-corrections";
import type { Section } from "./outline";
import { readPhaseTable } from "./phase-table";
import { phaseMark } from "./phase-words";
import { fitTitle, folded, headingText, withoutControls } from "./plain-text";
import { ROLE_OF, readNodeAs } from "./read-as";
import { readList } from "./read-list";
import { type Pending, readParagraph, readRiskProse, STATEMENTS } from "./read-paragraph";
import { readRiskSection } from "./read-risk-section";
import { readTable } from "./read-tables";
import {
  isGenericLabel,
  isPreamble,
  namesChecklist,
  type Role,
  roleOf,
  roleWithin,
  saysStages,
} from "./vocabulary";

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

function readBlocks(walk: Walk, section: Section, place: Place, role: Role): void {
  const { draft } = walk;
  let pending: Pending | null = null;
  const bare = section.entries === 0;
  section.blocks.forEach((node) => {
    const said = walk.said.readAs[node.position?.start.line ?? 0] ?? null;
    const as = said ?? place.readAs;
    const titled = { ...place, section: sectionFor(place, section, walk, pending) };
    if (readNodeAs(draft, node, titled, as, bare)) return;
    const within = pending ? roleWithin(role, pending.role, pending.section ?? "") : role;
    if (node.type === "paragraph") pending = readParagraph(draft, node, place, role, bare) ?? pending;
    else if (node.type === "list") readList(draft, node, titled, within, pending?.section ?? null);
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
  else if (node.type === "html") markHtml(walk.draft, node);
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
      const name = nameThatFits(draft, child.text || `Phase ${draft.phases.length + 1}`, child.line);
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
        above: null,
        graduation: role === "criteria" || (role === "section" && saysStages(section.text)),
        readAs: said,
        path: [...here.path, child.text],
      };
      walkSection(walk, child, before, "section");
      continue;
    }
    draft.reading.mark(child.line, child.endLine, walk.titles.has(child) ? "title" : "section");
    const own = said ? ROLE_OF[said] : walk.titles.has(child) ? titleRole(draft, child) : roleOf(child.text);
    const above = role === "items" && isPreamble(child.text) ? "section" : role;
    const inherited = roleWithin(above, own, child.text);
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
        path: [...here.path, child.text],
        section: walk.titles.has(child) ? base.section : sectionTitle(base, child),
        level: level ?? base.level,
        area: (walk.titles.has(child) ? null : areaOf(child.text)) ?? base.area,
        severity: severityOf(child.text) ?? base.severity,
        criteriaLevel: level ?? base.criteriaLevel,
        above: walk.titles.has(child) ? null : {},
        // A heading that says itself what it is about is not what the heading above it was said to be, but text stays text.
        readAs: said ?? (own === "section" || here.readAs === "text" ? here.readAs : null),
      },
      inherited,
    );
  }
}

/** The phase a later section is about: "Success criteria / Phase 2", "Phase 1 rollback". */
function phaseNamed(draft: Draft, heading: string, role: Role): PhaseDraft | undefined {
  if (!["criteria", "rollback", "triggers", "sign-off", "goals", "scope"].includes(role)) return undefined;
  const mark = phaseMark(heading);
  if (!mark) return undefined;
  return draft.phases.find(({ name }) => {
    const own = phaseMark(name);
    return own?.id === mark.id && own.family === mark.family;
  });
}

/** A document that calls itself a checklist, or criteria, and holds no box means its bullets. */
function titleRole(draft: Draft, title: Section): Role {
  const role = draft.hasBoxes ? "section" : namesChecklist(title.text) ? "items" : roleOf(title.text);
  return role === "items" || role === "criteria" ? role : "section";
}

/** The heading, or heading and parent where the phase already has a section of that name. */
function sectionTitle(place: Place, section: Section): string {
  const title = fitTitle(section.text || CHECKLIST).title;
  if (!place.phase.sections.has(title) || !section.parent?.text) return title;
  return fitTitle(`${section.parent.text} / ${title}`).title;
}
