import type { List } from "mdast";
import type { Draft, Place } from "./draft";
import { type Entry, entryOf, hasWords, onlyLinks } from "./list-entry";
import { textLines } from "./plain-text";
import { hasBox, readItems } from "./read-items";
import { readLabelled, STATEMENTS, statementsOf } from "./read-paragraph";
import { namesRemedies, readRecommendations } from "./read-recommendations";
import { isOneRisk, readOneRisk, readRisks } from "./read-risks";
import {
  addCriteria,
  addSignOffRule,
  noteBehindName,
  readCriteria,
  readNoGo,
  readStatements,
  signOffRule,
} from "./read-statements";
import { type Role, roleOf } from "./vocabulary";

function other(draft: Draft, entry: Entry, place: Place, role: Role): void {
  const { reading } = draft;
  const named = entry.label === null ? "section" : roleOf(entry.label);
  if (place.graduation && role === "section" && hasWords(entry.text)) {
    addCriteria(draft, place.phase, entry.text, entry.line, false, place.criteriaLevel);
    reading.markNode(entry.node, "unplaced");
    reading.mark(entry.line, entry.node.children[0]?.position?.end.line ?? entry.line, "criterion");
    return;
  }
  const [line] = entry.node.children[0]?.type === "paragraph" ? textLines(entry.node.children[0]) : [];
  if (line?.label && line.rest !== "" && place.inPhase && entry.lists.length === 0) {
    reading.markNode(entry.node, "unplaced");
    if (readLabelled(draft, line.label, line.rest, entry.line, place)) return;
  }
  const kind = role === "goals" || role === "scope" ? STATEMENTS[role] : undefined;
  const statements = kind ? statementsOf(draft, place, role, true) : null;
  if (kind && statements && hasWords(entry.text)) {
    statements.push(entry.text);
    reading.markNode(entry.node, kind);
    return;
  }
  if (entry.lists.length > 0 && named !== "section" && named !== "aside") {
    reading.mark(entry.line, entry.line, "label");
    for (const list of entry.lists) readList(draft, list, place, named, entry.label);
    return;
  }
  // "Responsible:" with nothing behind it is a row of a form that nobody filled in.
  const open = /[:：]$/.test(entry.text) && entry.nested.length === 0;
  reading.markNode(entry.node, role === "aside" || onlyLinks(entry) || open ? "text" : "unplaced");
}

/**
 * Reads a list as what its heading is about, or the words above it.
 *
 * @param label the words that introduce the list, if they stand above it
 */
export function readList(draft: Draft, list: List, place: Place, role: Role, label: string | null): void {
  const boxes = list.children.some((item) => typeof item.checked === "boolean" || hasBox(item));
  const kind = STATEMENTS[role];
  const statements =
    kind && !boxes ? statementsOf(draft, place, role, label !== null && roleOf(label) !== "section") : null;
  const found = role === "section" && !boxes && !place.inPhase && namesRemedies(list);
  if (role === "recommendations" || found) readRecommendations(draft, list, place);
  else if (role === "criteria") readCriteria(draft, list, place.phase, place.criteriaLevel);
  else if (role === "no-go") readNoGo(draft, list, place.phase);
  else if (role === "risks" && !boxes && label !== null && isOneRisk(list))
    readOneRisk(draft, list, label, place.severity);
  else if (role === "risks" && !boxes) readRisks(draft, list, place.severity, place.path.at(-1));
  else if (role === "sign-off" && readSignOffs(draft, list, place)) return;
  else if (kind && statements && !namesRoles(list)) readStatements(draft, list, kind, statements);
  // A legend and the like: no sign in them says how anything stands.
  else if (role === "aside" && !boxes)
    for (const entry of list.children.map(entryOf)) other(draft, entry, place, role);
  else readItems(draft, list, place, plainToo(place, role), (entry) => other(draft, entry, place, role));
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
function readSignOffs(draft: Draft, list: List, place: Place): boolean {
  const entries = list.children.map(entryOf);
  if (
    entries.some(
      ({ node, state, nested }) => state === "DONE" || (state !== null && nested.length > 0) || hasBox(node),
    ) ||
    !entries.every(({ text }) => signOffRule(text))
  )
    return false;
  for (const entry of entries) {
    addSignOffRule(place.phase, entry.text);
    noteBehindName(draft, entry.text, entry.line);
    draft.reading.markNode(entry.node, "unplaced");
    draft.reading.mark(entry.line, entry.line, "sign-off rule");
  }
  return true;
}
