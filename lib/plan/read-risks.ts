import type { List } from "mdast";
import type { RiskSeverity } from "@/lib/domain/words";
import type { Plan } from "@/lib/schemas/plan";
import { type Draft, titleOf } from "./draft";
import { severityOf, severityOfCell } from "./level";
import { type Entry, entryOf, hasWords } from "./list-entry";
import { folded } from "./plain-text";
import { clipped } from "./read-items";
import { completeRisk, judgedRisk } from "./risk-facts";

const MITIGATION =
  /(?<!\p{L})(?:mitigations?(?: (?:plan|strategy|steps?|measures?))?|mitigated by|mitigate|response|contingency(?: plan)?|countermeasures?|(?:gegen)?ma(?:ß|ss)nahmen?|abhilfe|mitigaci[oó]n|mitiga[cç][aã]o|att[eé]nuation|mitigazione|contingencia|[oö]nlem|缓解措施|缓解|应对措施|应对|解决方案|方案|建议|対策|軽減策|대응|대책|меры|мера|снижение|митигаци\p{L}|смягчение|완화(?: ?방안)?|azaltma|atenuaci[oó]n)\s*[:：–-]\s*/iu;
/** What is said of a risk besides its name and how it is met. */
const FACET =
  /^(?:impact|likelihood|probability|severity|owner|category|description|status|trigger|risk (?:score|level)|score|id|contingency(?: plan)?|level|问题|描述|影响|概率|可能性|auswirkung|wahrscheinlichkeit|impacto|probabil\p{L}+|影響度?|発生確率|영향|확률|влияние|вероятность)\s*(?:[:：]|$)/iu;
const SEVERITY = /^(?:severity|risk level|level|schwere|gravedad|gravidade|gravit[eé]|严重程度)\s*[:：]/iu;
const IMPACT = /^(?:impact|auswirkung|impacto|impatto|etki|影响|影響度?|영향|влияние)\s*[:：]/iu;
const LIKELIHOOD =
  /^(?:likelihood|probability|wahrscheinlichkeit|probabil\p{L}+|olas[ıi]l[ıi]k|概率|可能性|発生確率|확률|вероятность)\s*[:：]/iu;
const NUMBERED =
  /^(?:(?:risk|risiko|riesgo|risco|risque|rischio|r|风险|リスク|리스크|риск)\s*[-#]?\s*\d{1,3}(?:\.\d+)?|r-?\d{1,3}|risk-\d{1,4}|(?:risk|risiko|riesgo|risco|risque|rischio|风险|リスク|риск)(?=\s*[:：]))\s*[:：.)–—-]*\s*(?=[\p{L}\d])/iu;
/** Who and how far, behind the risk itself: "... Owner: PM. Status: open." */
const ASIDE =
  /(?:[.;,]|\s[–—-]|\s)\s*((?:owner|status|likelihood|probability|impact|severity)\s*:\s.{1,120})$/iu;

/** Whether a heading numbers a risk: "Risk 1: late supplier", "R-03 – outage". */
export const isNumberedRisk = (text: string) => NUMBERED.test(text);

/** Whether a line says how a risk is met. */
export function opensWithMitigation(text: string): boolean {
  return MITIGATION.exec(`${text}:`)?.index === 0;
}

/** Whether a line says something of a risk: how likely, how bad, whose, how it is met. */
const isFacet = (text: string) => opensWithMitigation(text) || FACET.test(text);

/** Whether every entry of a list says something of one risk, which stands above the list. */
export function isOneRisk(list: List): boolean {
  return list.children.length >= 2 && list.children.every((item) => isFacet(entryOf(item).text));
}

/** The lines of an entry and below it; a label takes what stands under it: "Mitigation: a; b". */
export function linesOfEntry(entry: Entry): string[] {
  const below = entry.lists.flatMap((list) => list.children.map(entryOf)).flatMap(linesOfEntry);
  const named = entry.label !== null && below.length > 0;
  return named ? [`${entry.label}: ${below.filter(hasWords).join("; ")}`] : [entry.text, ...below];
}

/** A heading that promises both, and an entry that says both: "Late vendor: a second one". */
const RISKS_AND_MITIGATIONS =
  /mitig|abhilfe|massnahmen|attenuation|onlem|缓解|应对|対策|대응|меры|снижени|митигаци|완화|azaltma/;
const MET_BEHIND_COLON =
  /^(?!r-?\d|ris[kc]|rie?sgo|rischio|风险|リスク|риск)([^:：]{3,100}?)[:：]\s+(\S.{4,})$/iu;

/** A list under risks: each entry is one, with the mitigation named in it, below it or in the entry behind it. */
export function readRisks(draft: Draft, list: List, severity: RiskSeverity | null, heading = ""): void {
  let last: Plan["risks"][number] | null = null;
  for (const entry of list.children.map(entryOf)) {
    draft.reading.markNode(entry.node, "risk");
    const [, ...below] =
      entry.label !== null && entry.lists.length > 0 ? ["", ...nested(entry)] : linesOfEntry(entry);
    if (
      entry.lists.length > 0 &&
      entry.label !== null &&
      !below.some((line) => MITIGATION.test(line) || isFacet(line))
    ) {
      for (const group of entry.lists) readRisks(draft, group, severityOf(entry.text) ?? severity, heading);
      continue;
    }
    if (!hasWords(entry.text)) continue;
    if (last && opensWithMitigation(entry.text)) {
      const said = entry.text.replace(MITIGATION, "");
      last.mitigation = clipped(draft, [last.mitigation, said].filter(Boolean).join(" "), entry.line);
    } else {
      const [, risk, met] = MET_BEHIND_COLON.exec(entry.text) ?? [];
      const told = risk && met && RISKS_AND_MITIGATIONS.test(folded(heading)) && !MITIGATION.test(entry.text);
      last = told
        ? addRisk(draft, risk, entry.line, severity, [`Mitigation: ${met}`, ...below])
        : addRisk(draft, entry.text, entry.line, severity, below);
    }
  }
}

const nested = (entry: Entry) =>
  entry.lists.flatMap((list) => list.children.map(entryOf)).flatMap(linesOfEntry);

/** A list that describes one risk, under the words that name it. */
export function readOneRisk(draft: Draft, list: List, name: string, severity: RiskSeverity | null): void {
  draft.reading.markNode(list, "risk");
  const lines = list.children.map(entryOf).flatMap(linesOfEntry);
  addRisk(draft, name, list.position?.start.line ?? 0, severity, lines);
}

/** A risk's words without its number: "1. Outage", "R-02: Outage", "Risk: Outage". */
const withoutNumber = (text: string) => {
  const bare = text.replace(/^\d{1,2}[.)]\s+(?=\p{L})/u, "").replace(NUMBERED, "");
  return hasWords(bare) ? bare : text;
};

/**
 * Adds one risk, or completes the one of that name. In: its words, the severity its heading gives, and the lines
 * that belong to it. Out: the risk.
 */
export function addRisk(
  draft: Draft,
  text: string,
  line: number,
  severity: RiskSeverity | null,
  below: readonly string[],
): Plan["risks"][number] {
  const [first = "", ...inline] = text.split(MITIGATION);
  const [before = "", ...met] = first.split(/\s(?:→|->|=>|⇒)\s/u);
  const aside = met.length === 0 ? ASIDE.exec(before) : null;
  const head = aside ? before.slice(0, aside.index) : before;
  const { title, rest } = titleOf(draft, withoutNumber(head).replace(/[\s–—;,-]+$/, "") || text, line);
  const stated = below
    .filter((entry) => MITIGATION.test(entry))
    .map((entry) => entry.replace(MITIGATION, ""));
  const parts = [rest, met.join(" → "), ...inline, ...stated, aside?.[1] ?? ""].filter(
    (part) => part.trim() !== "",
  );
  const named =
    /[([（](?:[^()[\]（）]*(?:severity|impact)\s*[:=]\s*)([^()[\]（）,;]{1,20})/i.exec(text)?.[1] ??
    /[([（]([^()[\]（）]{1,30})[)\]）]/.exec(text)?.[1] ??
    /^[^\p{L}]*(critical|high|medium|low)\b(?:[- ]risk)?\s*[:–—-]/iu.exec(text)?.[1];
  const said = (pattern: RegExp) =>
    (below.find((entry) => pattern.test(entry)) ?? "").replace(/^[^:：]*[:：]/, "");
  const own = severityOf(named ?? "") ?? severityOfCell(said(SEVERITY)) ?? severity;
  return keepRisk(draft, {
    title,
    ...judgedRisk(said(LIKELIHOOD), said(IMPACT), own),
    mitigation: parts.length > 0 ? clipped(draft, parts.join(" "), line) : null,
  });
}

const nameOf = (title: string) =>
  folded(withoutNumber(title))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Adds a risk unless one of that name is there; then what it leaves open is filled in. */
export function keepRisk(draft: Draft, risk: Plan["risks"][number]): Plan["risks"][number] {
  const known = draft.risks.find(({ title }) => nameOf(title) === nameOf(risk.title));
  if (!known) {
    draft.risks.push(risk);
    return risk;
  }
  completeRisk(known, risk);
  return known;
}
