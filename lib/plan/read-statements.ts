import type { List } from "mdast";
import type { Comparator, Level, RiskSeverity } from "@/lib/domain/words";
import type { PlanCriterion } from "@/lib/schemas/plan";
import { parseCriteria } from "./criterion";
import { type Draft, type PhaseDraft, titleOf } from "./draft";
import { levelOfItem, severityOf, severityOfCell, withoutLevel } from "./level";
import { type Entry, entryOf, hasWords, withoutTick } from "./list-entry";
import { clipped } from "./read-items";
import type { ReadingKind } from "./reading";

/** Adds criteria made of one line. */
export function addCriteria(
  draft: Draft,
  phase: PhaseDraft,
  text: string,
  line: number,
  checked: boolean,
  level: Level | null,
): void {
  const { title, rest } = titleOf(draft, withoutTick(text), line);
  if (!hasWords(title)) return;
  if (rest !== "")
    draft.notes.push({ line, text: `A criterion was shortened; left out: ${rest.slice(0, 200)}` });
  const made: PlanCriterion[] = parseCriteria(
    withoutLevel(title),
    levelOfItem(title) ?? level ?? "MUST",
    checked,
  );
  phase.criteria.push(...made);
  if (made.length > 1)
    draft.notes.push({ line, text: "This line counts two things; it became two criteria." });
}

/** A list under success criteria: each entry is one; an entry that only names a group hands over to what is below it. */
export function readCriteria(draft: Draft, list: List, phase: PhaseDraft, level: Level | null): void {
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "unplaced");
    const groups =
      entry.lists.length > 0 && (entry.label !== null || !hasWords(entry.text) || /[:：]$/.test(entry.text));
    if (groups) {
      draft.reading.mark(entry.line, entry.line, "label");
      for (const below of entry.lists) readCriteria(draft, below, phase, level);
      continue;
    }
    draft.reading.mark(entry.line, entry.node.children[0]?.position?.end.line ?? entry.line, "criterion");
    addCriteria(draft, phase, entry.text, entry.line, entry.state === "DONE", level);
    for (const below of entry.lists) {
      if (below.children.some((child) => typeof child.checked === "boolean"))
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
    draft.reading.markNode(entry.node, "detail");
    draft.reading.mark(entry.line, entry.line, "criterion");
    const { title } = titleOf(draft, `No-go: ${withoutTick(entry.text)}`, entry.line);
    if (!hasWords(withoutTick(entry.text))) continue;
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
    draft.reading.markNode(entry.node, kind);
    if (hasWords(entry.text)) into.push(clipped(draft, entry.text, entry.line));
    for (const below of entry.lists) readStatements(draft, below, kind, into);
  }
}

const MITIGATION =
  /(?<!\p{L})(?:mitigations?(?: (?:plan|strategy|steps?))?|mitigated by|response|contingency|countermeasures?|(?:gegen)?ma(?:ß|ss)nahmen?|abhilfe|mitigaci[oó]n|mitiga[cç][aã]o|att[eé]nuation|mitigazione|[oö]nlem|缓解措施|缓解|应对措施|应对|解决方案|方案|建议|対策|軽減策|대응|대책|меры|мера|снижение)\s*[:：–-]\s*/iu;

/** Whether a line says how a risk is met. */
export function opensWithMitigation(text: string): boolean {
  return MITIGATION.exec(`${text}:`)?.index === 0;
}

/** The entries below an entry, to any depth. */
export function nestedLines(entry: Entry): Entry[] {
  return entry.lists
    .flatMap((list) => list.children.map(entryOf))
    .flatMap((child) => [child, ...nestedLines(child)]);
}

/** A list under risks: each entry is one, with the mitigation named in it or below it. */
export function readRisks(draft: Draft, list: List, severity: RiskSeverity | null): void {
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "risk");
    const below = nestedLines(entry);
    const states = below.some(
      ({ text }) =>
        MITIGATION.test(text) ||
        /^(?:impact|likelihood|probability|severity|owner|问题|影响|概率|auswirkung|impacto|probabil)/iu.test(
          text,
        ),
    );
    if (entry.lists.length > 0 && entry.label !== null && !states) {
      for (const group of entry.lists) readRisks(draft, group, severityOf(entry.text) ?? severity);
      continue;
    }
    if (!hasWords(entry.text)) continue;
    addRisk(
      draft,
      entry.text,
      entry.line,
      severity,
      below.map(({ text }) => text),
    );
  }
}

/** Adds one risk. In: its words, the severity its heading gives, and the lines that belong to it. */
export function addRisk(
  draft: Draft,
  text: string,
  line: number,
  severity: RiskSeverity | null,
  below: readonly string[],
): void {
  const [head = "", ...inline] = text.split(MITIGATION);
  const { title, rest } = titleOf(draft, head.replace(/[\s–—;,-]+$/, "") || text, line);
  const stated = below
    .filter((entry) => MITIGATION.test(entry))
    .map((entry) => entry.replace(MITIGATION, ""));
  const parts = [rest, ...inline, ...stated].filter((part) => part.trim() !== "");
  const named =
    /[([（](?:[^()[\]（）]*(?:severity|impact)\s*[:=]\s*)([^()[\]（）,;]{1,20})/i.exec(text)?.[1] ??
    /[([（]([^()[\]（）]{1,30})[)\]）]/.exec(text)?.[1] ??
    /^[^\p{L}]*(critical|high|medium|low)\b(?:[- ]risk)?\s*[:–—-]/iu.exec(text)?.[1];
  const labelled = below.find((entry) =>
    /^(?:severity|impact|risk level|level|schwere|auswirkung|impacto|gravedad|gravidade|gravit[eé]|etki|影响|严重程度|影響度?|влияние)\s*[:：]/iu.test(
      entry,
    ),
  );
  const own = severityOf(named ?? "") ?? severityOfCell((labelled ?? "").replace(/^[^:：]*[:：]/, ""));
  draft.risks.push({
    title,
    severity: own ?? severity,
    mitigation: parts.length > 0 ? clipped(draft, parts.join(" "), line) : null,
  });
}

const COUNT_WORDS = ["zero", "one", "two", "three", "four", "five", "six"];

/** "Security: 1 person", "Engineering (2)", "Two approvals from Platform": who signs, and how many of them. */
export function signOffRule(text: string): { name: string; minimum: number } | null {
  const bare = withoutTick(text)
    .replace(/\s*\[[^\]]*\]|\s*_{2,}|\s*\.{3,}/g, "")
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
  return { name, minimum: Math.min(20, Math.max(1, minimum)) };
}

/** Adds a rule unless the phase has one of that name. Out: whether the text named anyone. */
export function addSignOffRule(phase: PhaseDraft, text: string): boolean {
  const rule = signOffRule(text);
  if (!rule) return false;
  if (!phase.signOffRules.some(({ name }) => name.toLowerCase() === rule.name.toLowerCase()))
    phase.signOffRules.push(rule);
  return true;
}
