import type { List } from "mdast";
import type { Comparator } from "@/lib/domain/words";
import { type PlanCriterion, TEXT_MAX } from "@/lib/schemas/plan";
import { parseCriteria } from "./criterion";
import { type Draft, type PhaseDraft, titleOf } from "./draft";
import { type LevelMark, levelOfItem, withoutLevel } from "./level";
import { entryOf, hasWords, withoutTick } from "./list-entry";
import { fitTitle } from "./plain-text";
import { clipped, hasBox } from "./read-items";
import type { ReadingKind } from "./reading";
import { isChoice } from "./vocabulary";

/** Adds criteria made of one line. */
export function addCriteria(
  draft: Draft,
  phase: PhaseDraft,
  text: string,
  line: number,
  checked: boolean,
  level: LevelMark | null,
): void {
  const { title, rest } = fitTitle(withoutTick(text));
  if (!hasWords(title)) return;
  if (rest !== "")
    draft.notes.push({ line, text: `A criterion was shortened; left out: ${rest.slice(0, TEXT_MAX)}` });
  const made: PlanCriterion[] = parseCriteria(
    withoutLevel(title),
    draft.levels.ofCriterion(levelOfItem(title) ?? level),
    checked,
  );
  phase.criteria.push(...made);
  if (made.length > 1)
    draft.notes.push({ line, text: "This line counts two things; it became two criteria." });
}

/** A list under success criteria: each entry is one; an entry that only names a group hands over to what is below it. */
export function readCriteria(draft: Draft, list: List, phase: PhaseDraft, level: LevelMark | null): void {
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "unplaced");
    const groups =
      entry.lists.length > 0 &&
      (!hasWords(entry.text) ||
        (entry.state === null && (entry.label !== null || /[:：]$/.test(entry.text))));
    if (groups) {
      draft.reading.mark(entry.line, entry.line, "label");
      for (const below of entry.lists) readCriteria(draft, below, phase, level);
      continue;
    }
    if (hasWords(entry.text))
      draft.reading.mark(entry.line, entry.node.children[0]?.position?.end.line ?? entry.line, "criterion");
    else if (!entry.node.children.some(({ type }) => type === "html"))
      draft.reading.mark(entry.line, entry.line, "text");
    addCriteria(draft, phase, entry.text, entry.line, entry.state === "DONE", level);
    for (const below of entry.lists) {
      if (below.children.some((child) => typeof child.checked === "boolean" || hasBox(child)))
        readCriteria(draft, below, phase, level);
    }
  }
}

const OPPOSITE: Readonly<Record<Comparator, Comparator | null>> = {
  ">": "<=",
  ">=": "<",
  "<": ">=",
  "<=": ">",
  "=": null,
};

/** A list of what must not be so: each entry is a criterion that holds while its figure is not reached. */
export function readNoGo(draft: Draft, list: List, phase: PhaseDraft): void {
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "unplaced");
    if (!hasWords(withoutTick(entry.text))) continue;
    draft.reading.mark(entry.line, entry.node.children[0]?.position?.end.line ?? entry.line, "criterion");
    const { title } = titleOf(draft, `No-go: ${withoutTick(entry.text)}`, entry.line);
    const [made] = parseCriteria(entry.text);
    const comparator = made?.comparator ? OPPOSITE[made.comparator] : null;
    const measured =
      comparator && made
        ? { ...made, comparator }
        : { comparator: null, target: null, unit: null, window: null };
    phase.criteria.push({ ...measured, text: title, level: "MUST", checked: false });
  }
}

/** A list of plain statements (goals, scope, rollback steps), nested ones after the one they belong to. */
export function readStatements(draft: Draft, list: List, kind: ReadingKind, into: string[]): void {
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "unplaced");
    const head = entry.node.children[0];
    const own = head && head.type !== "list" ? (head.position?.end.line ?? entry.line) : entry.line;
    // "Owner:" with nothing behind it is a row of a form.
    const empty = !hasWords(entry.text) || (/[:：]$/.test(entry.text) && entry.nested.length === 0);
    draft.reading.mark(entry.line, own, empty ? "text" : kind);
    if (!empty) into.push(clipped(draft, withoutTick(entry.text) || entry.text, entry.line));
    for (const below of entry.lists) readStatements(draft, below, kind, into);
  }
}

const COUNT_WORDS = ["zero", "one", "two", "three", "four", "five", "six"];

/** "Security: 1 person", "Engineering (2)", "Two approvals from Platform": who signs, and how many of them. */
export function signOffRule(text: string): { name: string; minimum: number; rest: string } | null {
  const bare = withoutTick(text)
    .replace(/\s*\[[^[\]]*\]|\s*_{2,}|\s*\.{3,}/g, "")
    .trim();
  const counted = /\b(\d{1,2}|one|two|three|four|five|six)\b/i.exec(bare)?.[1]?.toLowerCase();
  const minimum = counted ? (/^\d/.test(counted) ? Number(counted) : COUNT_WORDS.indexOf(counted)) : 1;
  const from =
    /^(?:\d+|\w+) (?:approvals?|people|persons?|members?|sign-?offs?|signatures?) (?:from|of|by) (?:the )?(.+)$/i.exec(
      bare,
    )?.[1];
  const first = (from ?? bare).split(/\s*[:：]\s*|\s+[–—-]\s+|\s*\(/)[0] ?? "";
  const name = first
    .replace(/^(?:\d+|one|two|three|four|five|six)\s+/i, "")
    .replace(
      /\s*(?:sign-?off|approval|approves|signature|signs)(?: (?:obtained|received|required))?\s*$/i,
      "",
    )
    .trim();
  if (!hasWords(name) || name.length > 80) return null;
  const rest = from === undefined ? bare.slice(first.length).replace(/^[\s:：(–—-]+|[\s)–—-]+$/g, "") : "";
  return { name, minimum: Math.min(20, Math.max(1, minimum)), rest };
}

const COUNTED = /^(?:\d{1,2}|one|two|three|four|five|six)(?: \p{L}+)?$/iu;

/** Says what stands behind the name of who signs: neither how many they are, nor a line to fill in. */
export function noteBehindName({ notes }: Draft, text: string, line: number): void {
  const rest = signOffRule(text)?.rest ?? "";
  const form =
    !hasWords(rest.replace(/\p{L}[\p{L} ]{0,30}[:：]/gu, "")) || rest.split(/\s*[/|]\s*/).every(isChoice);
  if (!form && !COUNTED.test(rest))
    notes.push({ line, text: `Only who signs was kept of this line; left out: “${rest.slice(0, 200)}”.` });
}

/** Adds a rule unless the phase has one of that name. Out: whether the text named anyone. */
export function addSignOffRule(phase: PhaseDraft, text: string): boolean {
  const found = signOffRule(text);
  if (!found) return false;
  const { rest: _, ...rule } = found;
  if (!phase.signOffRules.some(({ name }) => name.toLowerCase() === rule.name.toLowerCase()))
    phase.signOffRules.push(rule);
  return true;
}
