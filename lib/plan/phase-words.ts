import { NUMBER_WORDS } from "./number-words";
import { folded } from "./plain-text";

/** How a heading presents itself as a phase. */
export interface PhaseMark {
  /**
   * "numbered": Phase 1, M0; "named": Alpha, GA; "lifecycle": pre-launch, go-live day, post-launch; "called":
   * Preparation phase; "short": P0, which may be a priority; "period": week 1
   */
  kind: "numbered" | "named" | "lifecycle" | "called" | "short" | "period";
  /** the word that marks it; phases of one plan share it */
  family: string;
  /** which phase it is, equal for two mentions of the same phase */
  id: string;
}

const STRONG =
  "phase|phases|fase|fas|faz|faze|faza|fazis|stage|etapa|etape|etappe|stufe|tappa|vaihe|asama|tahap|giai doan|milestone|meilenstein|hito|jalon|marco|mijlpaal|kamien milowy|фаза|этап|етап|стадия|веха|φαση|المرحلة|مرحلة|مرحله|فاز|שלב|चरण";
const WEAK = "wave|ring|tranche|iteration|increment|sprint|gate|release|rollout|step";
const ORDINALS = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const PERSIAN_ORDINALS = ["صفر", "اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم"];
const ARABIC_ORDINALS = ["", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة"];
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const CJK = "〇一二三四五六七八九十";

// A letter by itself numbers a phase only behind a space: "Stages" is one word, "y" and "o" are words of their own.
const NUMBER = `[mp]?\\d{1,2}[a-z]?(?:\\.\\d+)?|[ivx]{1,4}|(?<=[\\s#:.–—-])[a-np-xz]|${NUMBER_WORDS.join("|")}`;
const END = "(?=$|[\\s:：.,;)\\]/|–—‐-]|\\p{Script=Han}|\\p{Script=Katakana}|\\p{Script=Hiragana})";
const WORD_FIRST = new RegExp(
  `^(?:the )?(${STRONG}|${WEAK})\\s*[#:.–—-]?\\s*(?:no\\.? ?)?(${NUMBER}|${PERSIAN_ORDINALS.join("|")}|${ARABIC_ORDINALS.filter(Boolean).join("|")})${END}(.*)$`,
  "u",
);
const NUMBER_FIRST = new RegExp(
  `^(?:the )?(\\d{1,2})(?:st|nd|rd|th|[.ºª°]|er|e|eme|inci|nci|uncu|\\.)?\\s*(${STRONG})${END}(.*)$`,
  "u",
);
const ORDINAL_FIRST = new RegExp(`^(?:the )?(${ORDINALS.join("|")})\\s+(${STRONG})${END}(.*)$`, "u");
const CJK_BEFORE =
  /^第\s*(\d{1,2}|[〇一二三四五六七八九十]{1,3})\s*(阶段|階段|阶|期|フェーズ|段階|ステージ|단계|里程碑)(.*)$/u;
const CJK_AFTER =
  /^(阶段|階段|フェーズ|ステージ|段階|단계|페이즈|마일스톤|里程碑|マイルストーン)\s*[:：]?\s*(\d{1,2}|[〇一二三四五六七八九十]{1,3})(.*)$/u;
const KOREAN = /^(\d{1,2})\s*(단계|차)(.*)$/u;
const MILESTONE = /^m(\d{1,3}(?:\.\d)?)(?=$|[\s:.–—-])(.*)$/;

/** "P0: Concept" may be a phase or a priority; what stands below tells. */
const PRIORITY_LIKE = /^p(\d{1,2})(?=\s*[:：–—-])(.*)$/;
/** "Preparation phase", "Vorbereitungsphase", "Phase de test": a phase with a name and no number. */
const CALLED = /^([\p{L}\d][\p{L}\d &,/+-]{2,50}?)[\s-]?(?:phase|stage)(?=$|\s*[:：(–—-])/u;
const CALLED_FIRST =
  /^(?:phase|fase|etapa|etape|stage) (?:de|del|do|da|du|di|of) ([\p{L}\d][\p{L}\d '&,/+-]{2,50}?)(?=$|\s*[:：(–—-])/u;

const PREFIX =
  "(?:(?:internal|closed|open|private|public|limited|early|general|technical|soft|full|initial|final|developer|customer|friends and family|company)\\s+)*";
const NAMES =
  "alpha|beta|ga|general availability|stable|canary|pilot|launch|mvp|preview|early access|dogfood|dogfooding|release candidate|rc|production|rollout|release|poc|proof of concept|prototype|staging|experimental|deprecated";
const TAIL =
  "(?:\\s+(?:phase|stage|release|launch|rollout|graduation|criteria|requirements|checklist|readiness|program|programme|testing|deployment|milestone))*";
const NAMED = new RegExp(
  `^${PREFIX}(${NAMES})${TAIL}(?:\\s*(?:->|→|to)\\s*${PREFIX}(?:${NAMES})${TAIL})?\\s*(?:\\(.*\\)|v?\\d[\\d.]*)?\\s*(?:[:–—-]\\s.*)?$`,
);
const TELLING =
  /^(?:alpha|beta|ga|general availability|stable|canary|pilot|mvp|preview|early access|dogfood|dogfooding|release candidate|experimental)$/;

const EVENT =
  "(?:go-?live|livegang|einfuhrung|produktivsetzung|lancio|rilascio|lancement|mise en (?:production|service)|lanzamiento|despliegue|puesta en (?:produccion|marcha)|lancamento|implantacao|producao|yayin|canliya gecis|launch|deploy(?:ment)?|release|roll-?out|migration|cut-?over|production|flight|upgrade)";
const LISTS = "(?:check-?list|checkliste|lista de verificacion|lista di controllo|kontrol listesi)";
const BEFORE = new RegExp(
  `^(?:${LISTS} )?(?:(?:pre|pri|vor|avant)[- ]?(?:le |la |der |dem |il )?${EVENT}|(?:before|antes (?:de|del|do|da)|prima (?:di|del)) (?:the |la |el |o )?${EVENT}|${EVENT} oncesi)(?!\\p{L})|^(?:上线前|发布前|リリース前|公開前|출시 전|до запуска|перед запуском)`,
  "u",
);
const AFTER = new RegExp(
  `^(?:${LISTS} )?(?:immediate(?:ly)? )?(?:(?:post?|pos|nach|apres)[- ]?(?:le |la |der |dem |il )?${EVENT}|(?:after|despues (?:de|del)|depois (?:de|do|da)|apos (?:o|a)?|dopo (?:il|la)?) ?(?:the |la |el |o )?${EVENT}|${EVENT} sonrasi)(?!\\p{L})|^(?:上线后|发布后|リリース後|公開後|출시 후|после запуска)`,
  "u",
);
const DURING = new RegExp(
  `^(?:during (?:the )?${EVENT}|${EVENT}(?:[- ](?:day|window|night|weekend|execution|tag|wochenende))?|day of (?:the )?${EVENT})(?: (?:check-?list|tasks|steps|activities))?(?: \\(.*\\))?$`,
);

function numberId(word: string): string {
  for (const list of [NUMBER_WORDS, ORDINALS, PERSIAN_ORDINALS, ROMAN, ARABIC_ORDINALS]) {
    const at = list.indexOf(word);
    if (at >= 0 && word !== "") return String(at);
  }
  if (/^[〇一二三四五六七八九十]+$/u.test(word)) {
    if (word.length === 1) return String(CJK.indexOf(word));
    return word.startsWith("十") ? String(10 + CJK.indexOf(word[1] ?? "〇")) : word;
  }
  return /^\d+$/.test(word) ? String(Number(word)) : word;
}

function asciiDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** What follows the mark turns it into a mention: "Phase 1 retrospective", "Phase 1 & 2 completion". */
function isMention(rest: string): boolean {
  if (/^\s*(?:&|,|and|y|e|et|und|\/)\s*\d/.test(rest)) return true;
  return /^\s*(?:[:–—-]\s*)?(?:summary|recap|results?|metrics|retrospective|overview|report|status|lessons|notes|deliverables summary)\s*$/.test(
    rest,
  );
}

/** "Checklist - Phase 1": what is said of the phase stands in front of it. */
const OF_PHASE = new RegExp(
  `^(?:check-?list[ea]?s?|checkliste|lista(?: de \\p{L}+)?|(?:implementation |project |rollout )?plan|roadmap|tasks|aufgaben|tareas|tarefas|taches|清单|检查清单|チェックリスト|체크리스트|чек-?лист|план)\\s*[:：|–—-]\\s*(?=(?:${STRONG})(?!\\p{L}))`,
  "u",
);

/** Whether a heading reads as a phase, and as which. Null for other headings and for mere mentions. */
export function phaseMark(text: string): PhaseMark | null {
  const key = asciiDigits(folded(text))
    .replace(/^[[(]/, "")
    .replace(/^(?:\d{1,2}(?:\.\d+)*[.)]|\d{1,2}(?:\.\d+)+|[a-z]\))\s+/, "")
    .replace(OF_PHASE, "");
  const first = WORD_FIRST.exec(key);
  if (first?.[1] && first[2])
    return isMention(first[3] ?? "") ? null : { kind: "numbered", family: first[1], id: numberId(first[2]) };
  const whole = asciiDigits(folded(text));
  // "2. Aşama: ..." numbers the phase, "2. Phases" a chapter.
  const ordinal =
    /^\d{1,2}[.ºª°]\s/.test(whole) && !/\bphases\b/.test(whole) ? NUMBER_FIRST.exec(whole) : null;
  const second = NUMBER_FIRST.exec(key) ?? ORDINAL_FIRST.exec(key) ?? ordinal;
  if (second?.[1] && second[2])
    return isMention(second[3] ?? "")
      ? null
      : { kind: "numbered", family: second[2], id: numberId(second[1]) };
  const before = CJK_BEFORE.exec(key) ?? KOREAN.exec(key);
  if (before?.[1] && before[2]) return { kind: "numbered", family: before[2], id: numberId(before[1]) };
  const after = CJK_AFTER.exec(key);
  if (after?.[1] && after[2]) return { kind: "numbered", family: after[1], id: numberId(after[2]) };
  const milestone = MILESTONE.exec(key);
  if (milestone?.[1])
    return isMention(milestone[2] ?? "")
      ? null
      : { kind: "numbered", family: "m", id: String(Number(milestone[1])) };
  const short = PRIORITY_LIKE.exec(key);
  if (short?.[1] && !isMention(short[2] ?? "")) return { kind: "short", family: "p", id: short[1] };
  // "Alpha -> Beta" is what has to be so before Beta.
  const next = /^[\p{L} ]+?(?:->|→|to )\s*(.+)$/u.exec(key)?.[1];
  const reached = /^.{1,40}?\s(?:->|→)\s*(.+)$/u.exec(key)?.[1];
  const named =
    (next && NAMED.test(key) ? NAMED.exec(next) : null) ??
    NAMED.exec(key) ??
    (reached ? NAMED.exec(reached) : null);
  if (BEFORE.test(key)) return { kind: "lifecycle", family: "lifecycle", id: "before" };
  if (AFTER.test(key)) return { kind: "lifecycle", family: "lifecycle", id: "after" };
  if (named?.[1]) return { kind: "named", family: "named", id: named[1] };
  if (DURING.test(key)) return { kind: "lifecycle", family: "lifecycle", id: "during" };
  const called = CALLED.exec(key)?.[1] ?? CALLED_FIRST.exec(key)?.[1];
  return called && !isMention(key.slice(key.indexOf(called) + called.length))
    ? { kind: "called", family: "called", id: called }
    : null;
}

const PERIOD =
  /^(week|month|quarter|day|woche|monat|semana|mes|semaine|mois|settimana|mese|hafta|ay|هفته|ماه|الاسبوع|الأسبوع|tuan|thang|tydzien|uke|vecka|неделя|месяц|неделя)s?\s*(\d{1,2}(?:\s?[-–—]\s?\d{1,2})?\+?)(?=$|[\s:：.,(–—-])|^(?:第\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(周|週|个?月))|^(?:\d{4}\s*[-/ ]?\s*)?(q)([1-4](?:\s*[-/ ]?\s*\d{4})?)(?=$|[\s:：.,(–—/-])/u;

/** Whether a heading is a stretch of time ("Week 1-2: Development"): phases, where a plan names no others. */
export function periodMark(text: string): PhaseMark | null {
  const match = PERIOD.exec(asciiDigits(folded(text)));
  const family = match?.[1] ?? match?.[4] ?? match?.[5];
  const id = match?.[2] ?? match?.[3] ?? (match?.[6] ? match[0] : undefined);
  return family && id ? { kind: "period", family, id } : null;
}

/** Words that name a phase by themselves; "production" or "launch" do so only beside one of these. */
export function isTellingName(id: string): boolean {
  return TELLING.test(id);
}

/** Words that often number something other than phases ("Release 1", "Sprint 3"). */
export function isWeakFamily(family: string): boolean {
  return WEAK.split("|").includes(family);
}
