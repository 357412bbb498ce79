import type { Comparator } from "@/lib/domain/words";
import { NUMBER } from "./quantity";

/** Numbers that name something and measure nothing: percentiles, phases, versions, dates, standards. */
export const NAMES = new RegExp(
  [
    String.raw`\bp\d{1,2}(?:\.\d+)?\b`,
    String.raw`\b\d{2}(?:\.\d+)?(?:th|st|nd|rd)[\s-]percentile`,
    String.raw`\bfor \d{2}(?:\.\d+)?% ?percentile`,
    String.raw`\b(?:phases?|stages?|weeks?|days?|steps?|levels?|tiers?|sprints?|milestones?|versions?|fase|soc|iso|tls|ssl|http|oauth|wcag|section|rfc|iec|layer|part|option)[\s/-]*v?\d[\d.]*(?:\s?[-–]\s?\d+)?\b(?!\s?%)`,
    String.raw`\bv\d[\d.]*\b`,
    String.raw`\b[PMQ]\d+\b`,
    String.raw`\b24\s?[/x]\s?7\b`,
    String.raw`\b\d{4}-\d{2}(?:-\d{2})?\b`,
    String.raw`\b\d{1,2}/\d{1,2}/\d{2,4}\b`,
    String.raw`#\d+`,
    String.raw`\bfirst (?:${NUMBER}[\s-]+)?(?:hour|day|week|month|quarter|year)s?\b`,
  ].join("|"),
  "gi",
);

export const LOWER_IS_BETTER =
  /latency|response|load time|\berrors?\b|fail|crash|bounce|churn|downtime|\bloss|overhead|\bmtt[a-z]\b|\br[tp]o\b|time to|vulnerab|incident|defect|\bbugs?\b|ticket|complaint|\bcosts?\b|abandon|false (?:positive|alarm)|query time|render|fehler|ausf[aä]ll|antwortzeit|latenz|störung|errore?s?\b|ca[ií]das?|tiempo de|latencia|tempo de|latência|queixas|quejas|erreur|panne|temps de|délai|incidente|chamados|hata|gecikme|süresi|kesinti|ошиб|сбо|задержк|время|обращени|инцидент|错误|錯誤|崩溃|延迟|响应时间|缺陷|故障|失败|エラー|応答|遅延|障害|不具合|오류|응답|지연|장애/iu;

export const COMPARING: ReadonlyArray<[RegExp, Comparator]> = [
  [
    /(?:at least|minimum(?: of)?|min\.?|no (?:fewer|less) than|not (?:less|fewer) than|at or above|or more than)\s*:?\s*$/i,
    ">=",
  ],
  [
    /(?:at most|no more than|not more than|maximum(?: of)?|max\.?|not exceed(?:ing)?|not to exceed|at or below|no (?:greater|longer|higher) than)\s*:?\s*$/i,
    "<=",
  ],
  [/(?:more than|over|above|exceed(?:s|ing)?|greater than|higher than|better than|beyond)\s*$/i, ">"],
  [/(?:less than|fewer than|under|below|lower than|shorter than|faster than|\bsub-?)\s*$/i, "<"],
  [/(?:within|up to)\s*$/i, "<="],
  [/(?:exactly|equals?|equal to)\s*$/i, "="],
];

/** "50 or higher", "15 minutes or less": the comparison stands behind. */
export const BEHIND: ReadonlyArray<[RegExp, Comparator]> = [
  [/^[^.;,]{0,24}? (?:or|and|\/) (?:more|higher|above|greater|over|up|beyond)\b/i, ">="],
  [/^[^.;,]{0,24}? (?:or|and|\/) (?:less|fewer|lower|below|under|faster|shorter|quicker)\b/i, "<="],
];
/** A change that is wished for: the more of it, the better, whatever it is a change of. */
export const WISHED = /\b(?:reduc|decreas|improv|sav(?:e|ing)|speed-?up|boost)\w*\b/i;
/** "Positive responses": the word for a time is the word for an answer, too. */
export const LIKED = /\b(?:(?<!false[ -])positive(?! rate)|satisf\w+|favou?rable|helpful)\b/i;
export const COUNTED = /^(?:rps|qps|tps|req\/s(?:ec)?|reqs\/s|iops|dau|mau|wau|vus?|msg\/s(?:ec)?)$/i;

/** "Must not regress by more than 10%": what is passed over is what may not be. */
export const NOT_OVER =
  /\b(?:not|never|no|without|cannot|don'?t|doesn'?t)\b[^.;,]{0,30}\b(?:regress|exceed|increas|degrad|drop|ris|grow|deviat|worsen|decreas|slow)\w*\b[^.;,\d]{0,30}$/i;

export const SYMBOLS: Readonly<Record<string, Comparator>> = {
  ">=": ">=",
  "=>": ">=",
  "<=": "<=",
  "=<": "<=",
  ">": ">",
  "<": "<",
  "=": "=",
  "==": "=",
};
