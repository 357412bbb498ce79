import type { Level, RiskSeverity } from "@/lib/domain/words";
import { folded } from "./plain-text";

const WORDS: ReadonlyArray<[Level, RegExp]> = [
  [
    "SHOULD",
    /^(?:medium|moderate|med|should|p2|recommended|normal|warning|soll(?:te)?|empfohlen|mittel|medi[ao]|moyen(?:ne)?|moderad[ao]|recomendad[ao]|recommandee?|deberia|devrait|deveria|desejavel|deseable|consigliato|orta|onerilen|应该|應該|建议|推奨|中等?|보통|중간|권장|желательно|рекомендуется|средн\p{L}*)(?!\p{L})/u,
  ],
  [
    "COULD",
    /^(?:low|lowest|minor|could|nice|optional|can defer|deferred|p[34]|bonus|won't|info|kann|niedrig|gering|opcional|baj[ao]|baix[ao]|facultati[fv][eao]?|faible|bass[oae]|opzionale|istege bagli|opsiyonel|dusuk|可选|可選|任意|低|선택|낮음|необязательно|по желанию|низк\p{L}*)(?!\p{L})/u,
  ],
  [
    "MUST",
    /^(?:critical|blocker|blocking|highest|high|must|mandatory|required|urgent|p[01]|essential|cannot launch|muss|pflicht|hoch|kritisch|obligatori[ao]|obrigatori[ao]|obligatoire|alt[ao]|critic[ao]|elevee?|haute?|critique|obbligatori[ao]|zorunlu|yuksek|kritik|必须|必須|紧急|严重|高|필수|높음|обязательн\p{L}*|высок\p{L}*|критич\p{L}*)(?!\p{L})/u,
  ],
];

/** A level as a plan states it: the word it uses and what that stands for, unless the reader says otherwise. */
export interface LevelMark {
  word: string;
  level: Level;
}

/** The level a priority word stands for: CRITICAL and HIGH are MUST, MEDIUM is SHOULD, LOW is COULD. Null for other words. */
export function levelOfWord(word: string): LevelMark | null {
  const key = folded(word).replace(/^(?:priority|prio|level)\s*[:=-]?\s*/, "");
  for (const [level, pattern] of WORDS) {
    const found = pattern.exec(key)?.[0];
    if (found !== undefined) return { word: found === "nice" ? "nice to have" : found, level };
  }
  return null;
}

/** "P1 within 5 minutes", "P1/P2 pages" speak of alerts; as a mark it stands alone, or before a sign that sets it apart. */
const P_IN_SENTENCE =
  /^\W*p[0-4](?!\s*(?:$|[,;:|]|[–—-](?!\s?p\d)|(?:[/+&–—-]|or\b|and\b|to\b)\s*p[0-4]\s*$|(?:priority|level)\b))/iu;

/** The level that words in brackets or before a colon state. Null where a priority is only spoken of there. */
const levelOfMark = (words: string): LevelMark | null =>
  P_IN_SENTENCE.test(words) ? null : levelOfWord(words);

/** Headings that are a level and little else. */
const HEADINGS: ReadonlyArray<[Level, RegExp]> = [
  [
    "MUST",
    /^(?:\W*)(?:must[- ]haves?|must\b|mandatory|blockers?\b|(?:critical|high)(?:[- ]priority)?(?: (?:items|tasks|requirements?))?$)/,
  ],
  ["SHOULD", /^(?:should[- ]haves?|should\b|medium[- ]priority|medium$|recommended$)/],
  [
    "COULD",
    /^(?:nice[- ]to[- ]haves?|won't[- ]haves?|could[- ]haves?|could\b|optional\b|low[- ]priority|low$|stretch goals?$)/,
  ],
];

/** The level a heading gives to what stands under it: "Database (HIGH PRIORITY)", "Must-have for v1", "[P1] Alerts". */
export function levelOfHeading(text: string): LevelMark | null {
  for (const [, inside = ""] of text.matchAll(/[([]([^()[\]]{1,60})[)\]]/g)) {
    const level = /^(?:high|low|medium|critical)[- ]?(?:level|risk)/i.test(inside)
      ? null
      : levelOfMark(inside);
    if (level) return level;
  }
  const key = folded(text);
  if (/^p[0-4]\b/.test(key)) return levelOfWord(key);
  const found = HEADINGS.find(([, pattern]) => pattern.test(key));
  const level = found?.[0];
  return level ? { word: levelOfWord(key.replace(/^\W+/, ""))?.word ?? key, level } : null;
}

/** The level an item states about itself: "[HIGH] ...", "MUST: ...", "... (optional)", "... (P2)". */
export function levelOfItem(text: string): LevelMark | null {
  const lead =
    /^[^\p{L}\p{N}([【（]{0,4}[[(【（]([^()[\]【】（）]{1,24})[)\]】）]/u.exec(text) ??
    /^[^\p{L}\p{N}([]{0,4}(must|should|could|critical|high|medium|low|optional|required|mandatory|p[0-4])\s*(?::|[–—-]\s(?!\s*p[0-4]\b))\s*\S/iu.exec(
      text,
    );
  const fromLead = lead?.[1]
    ? lead[1] === "R"
      ? ({ word: "required", level: "MUST" } as const)
      : levelOfMark(lead[1])
    : null;
  if (fromLead) return fromLead;
  const tail =
    /[([]((?:(?:high|medium|low)(?= priority|[,;:)\]–-])|critical|must|should|could|optional|nice|mandatory|p[0-4])\b[^()[\]]{0,40})[)\]]\s*[.:]?$/i.exec(
      text,
    );
  const fromTail = tail?.[1] ? levelOfMark(tail[1]) : null;
  if (fromTail) return fromTail;
  const last =
    /[([【（]([^()[\]【】（）]{1,24})[)\]】）]\s*[.:]?$/u.exec(text) ??
    /\s[–—-]\s+([^–—-]{2,16}?)[.:]?$/u.exec(text);
  return last?.[1] && isPlainLevel(last[1]) ? levelOfWord(last[1]) : null;
}

const EXACT = /^(?:(?:priority|prio|level)\s*[:=-]?\s*)?[\p{L}\d' -]{1,24}$/u;
const PLAIN_LEVEL =
  /^(?:(?:critical|highest|high|medium|moderate|low|lowest|must|should|could)(?:[- ](?:priority|have))?|nice[- ]to[- ]have|blocker|blocking|mandatory|required|recommended|optional|essential|urgent|stretch|p[0-4]|muss|soll(?:te)?|kann|pflicht|empfohlen|obligatori[ao]|opcional|recomendad[ao]|obrigatori[ao]|desejavel|obligatoire|facultatif|recommandee?|zorunlu|istege bagli|onerilen|必须|必須|建议|推奨|可选|任意|필수|선택|обязательно|желательно|необязательно)$/;

/** Whether words are a level and nothing else: "MUST", "P1", "nice to have", "priority: high". */
export function isPlainLevel(words: string): boolean {
  return (
    EXACT.test(words) && PLAIN_LEVEL.test(folded(words).replace(/^(?:priority|prio|level)\s*[:=-]?\s*/, ""))
  );
}

/** A title without the mark that states its level: "[P1] Alerts", "Scan (MUST)", "Cache — nice to have". */
export function withoutLevel(text: string): string {
  const lead =
    /^[^\p{L}\p{N}([【（]{0,4}[([【（]([^()[\]【】（）]{1,24})[)\]】）]\s*[:：–—-]?\s*(?=\S)/u.exec(text);
  if (lead?.[1] && (isPlainLevel(lead[1]) || lead[1] === "R")) return text.slice(lead[0].length);
  const word = /^[^\p{L}\p{N}([]{0,4}([\p{L}\d]{2,12})\s*(?::|[–—-]\s(?!\s*[Pp][0-4]\b))\s*(?=\S)/u.exec(
    text,
  );
  if (word?.[1] && isPlainLevel(word[1])) return text.slice(word[0].length);
  const tail =
    /\s*[([【（]([^()[\]【】（）]{1,24})[)\]】）]\s*([.:]?)$/u.exec(text) ??
    /\s+[–—-]\s+([^–—-]{2,16}?)([.:]?)$/u.exec(text);
  return tail?.[1] && tail.index > 0 && isPlainLevel(tail[1])
    ? text.slice(0, tail.index) + (tail[2] === "." ? "." : "")
    : text;
}

const SEVERITIES: ReadonlyArray<[RiskSeverity, RegExp]> = [
  [
    "CRITICAL",
    /critic|critiq|sever|very|kriti|sehr|muy|tres|muito|blocker|catastroph|极|严重|重大|致命|критич|심각/,
  ],
  ["HIGH", /high|hoch|alt[ao]|elev|haut|yuksek|高|높음|высок/],
  ["LOW", /low|minor|negligible|niedrig|gering|baj[ao]|baix[ao]|faible|bass[oa]|dusuk|低|낮음|низк/],
  ["MEDIUM", /./],
];
const SEVERITY_WORD =
  /(?<!\p{L})(?:critical|severe|catastrophic|blocker|very high|high|medium|moderate|low|minor|negligible|kritisch|sehr hoch|hoch|mittel|niedrig|gering|muy alt[ao]|critic[ao]|alt[ao]|medi[ao]|moderad[ao]|baj[ao]|muito alt[ao]|baix[ao]|tres elevee?|critique|elevee?|haute?|moyen(?:ne)?|faible|bass[oa]|kritik|yuksek|orta|dusuk|критич\p{L}+|высок\p{L}+|средн\p{L}+|низк\p{L}+)(?!\p{L})|极高|严重|重大|致命|심각|높음|보통|중간|낮음|^[高中低]|[高中低]$/u;
const LETTERS: Readonly<Record<string, RiskSeverity>> = {
  vh: "CRITICAL",
  c: "CRITICAL",
  p0: "CRITICAL",
  h: "HIGH",
  p1: "HIGH",
  m: "MEDIUM",
  p2: "MEDIUM",
  l: "LOW",
  vl: "LOW",
  p3: "LOW",
  p4: "LOW",
};

/** "High-Risk Items", "(Medium)", "🔴 Critical": how severe a risk is. */
export function severityOf(text: string): RiskSeverity | null {
  const key = folded(text);
  const word = SEVERITY_WORD.exec(key)?.[0];
  if (word) return SEVERITIES.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  return /^🔴/u.test(text.trim())
    ? "HIGH"
    : /^[🟠🟡]/u.test(text.trim())
      ? "MEDIUM"
      : /^🟢/u.test(text.trim())
        ? "LOW"
        : null;
}

/** A cell of a risk table: words, letters (L, M, H), or a score of five or of twenty-five. */
export function severityOfCell(text: string): RiskSeverity | null {
  const words = severityOf(text);
  if (words) return words;
  const letter = /^\s*(vh|c|h|m|l|vl|p[0-4])\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (letter) return LETTERS[letter] ?? null;
  const figure = /(?:=\s*|^\s*)(\d{1,2})(?:\s*\/\s*(\d{1,2}))?\s*$/.exec(text);
  if (!figure?.[1]) return null;
  const of = Number(figure[2] ?? (/[=×x*]/.test(text) || Number(figure[1]) > 5 ? 25 : 5));
  const share = Number(figure[1]) / of;
  if (share > 1) return null;
  // On a scale of five every step is one word; products of two such scales grow slower.
  const steps = of <= 10 ? [0.4, 0.6, 0.8] : [0.16, 0.36, 0.6];
  return (["LOW", "MEDIUM", "HIGH"] as const)[steps.findIndex((step) => share <= step)] ?? "CRITICAL";
}

const AREAS: ReadonlyArray<[string, RegExp]> = [
  ["Security", /secur|\bauth|secret|encrypt|vulnerab|penetration|hardening/],
  ["Compliance", /complian|legal|privacy|gdpr|audit|regulat|licens/],
  ["Monitoring", /monitor|observab|logging|\blogs?\b|alert|metrics|telemetry|tracing|dashboard/],
  ["Testing", /\btest|\bqa\b|quality|validation|verification/],
  ["Performance", /performan|scalab|capacity|load\b|latency|optimi[sz]/],
  ["Data", /\bdata|migration|storage|backup/],
  ["Reliability", /reliab|resilien|availability|disaster|recovery|rollback|failover|operations/],
  [
    "Deployment",
    /deploy|infrastruct|\bci\b|ci\/cd|docker|container|release|rollout|environment|devops|config/,
  ],
  ["Documentation", /\bdoc|runbook|guide/],
  ["Communication", /communicat|stakeholder|announce|marketing/],
  ["Support", /support|training|help ?desk|on-?call|onboarding/],
  ["Accessibility", /accessib/],
  ["Cost", /\bcosts?\b|budget|billing/],
];

/** What a requirement is about, from the heading it stands under; null where the heading does not say. */
export function areaOf(heading: string): string | null {
  const key = folded(heading);
  // "Week 6: Optimization & Launch" says when; what stands below it has areas of its own.
  if (/^(?:week|month|sprint)\b/.test(key)) return null;
  return AREAS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}
