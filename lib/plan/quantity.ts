import { NUMBER_WORDS } from "./number-words";

/** Numbers and units as people write them in a success criterion. */

/** 1,000 | 99.9 | 99,9 | 5; a magnitude (1M, 10k, 2 million) is matched apart. */
export const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
export const MAGNITUDE = String.raw`(?:[kK](?![A-Za-z])|M(?![A-Za-z])|bn\b|B(?![A-Za-z])|\s(?:thousand|million|billion)\b)`;
export const TIME_UNIT = `(?:ms|milliseconds?|µs|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|quarters?|years?)`;

const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

export const NUMBER_WORD = NUMBER_WORDS.slice(1).join("|");

/** The value of a matched number and magnitude: ("1,000", "") is 1000, ("99,9", "") is 99.9, ("1", "M") is 1000000. */
export function numberValue(digits: string, magnitude: string | undefined): number {
  const word = NUMBER_WORDS.indexOf(digits.toLowerCase());
  if (word >= 0) return word;
  const plain = /,\d{3}(?:\D|$)/.test(digits) ? digits.replaceAll(",", "") : digits.replace(",", ".");
  const factor = MAGNITUDES[(magnitude ?? "").trim().toLowerCase()] ?? 1;
  return Number((Number(plain) * factor).toPrecision(15));
}

/** Words that end a unit: what follows says where, when or how, not what is counted. */
const STOP =
  /^(?:of|in|on|for|per|with|within|without|during|and|or|to|at|by|from|using|that|which|who|across|before|after|over|under|are|is|be|must|should|will|have|has|can|not|the|a|an|as|via|each|every|until|against|successfully|when|while|if|de|del|des|du|von|vom|der|die|das|pro|por|par|para|em|na|no|por|al|im|am|von|в|на|за|из|per)$/iu;
/** Adjectives that narrow what is counted but are not part of the unit. */
const ADJECTIVE =
  /^(?:concurrent|active|simultaneous|unique|total|successful|new|real|critical|major|minor|unresolved|open|known|unexpected|calendar|consecutive|different|separate|full|complete|distinct|external|internal|paying|code)$/i;

/**
 * The unit that follows a number. In: the text right after the number. Out: the unit in the document's words
 * ("ms", "email campaigns", "events/minute", "% CPU"), or null where nothing countable follows.
 */
export function unitAfter(rest: string): string | null {
  const percent =
    /^\s?(?:%|percent\b|per cent\b|pct\b)(?:\s+(CPU|RAM|memory|disk)\b(?=\s*(?:$|[.,;)])))?/i.exec(rest);
  if (percent) return percent[1] ? `% ${percent[1]}` : "%";
  const rating = /^\s?\/\s?(5|10|100)(?![\d/])/.exec(rest);
  if (rating) return `/${rating[1]}`;
  const time = new RegExp(`^[\\s-]?(${TIME_UNIT})(?![A-Za-z/])`).exec(rest);
  if (time?.[1]) return time[0].startsWith("-") ? plural(time[1]) : time[1];
  const words: string[] = [];
  for (const word of rest.replace(/^[+\s-]+/, "").split(/\s+/)) {
    const bare = word.replace(/[.,;:!?)]+$/, "");
    if (!/^\p{L}[\p{L}\p{M}\d/'’-]*$/u.test(bare) || STOP.test(bare)) break;
    if (/ed$/.test(bare)) {
      if (words.length > 0) break;
      continue;
    }
    // Chinese and Japanese count with a word between the figure and the noun.
    words.push(bare.replace(/^[个名位次条件台项個条](?=\p{Script=Han})/u, ""));
    if (
      bare !== word ||
      words.length === 4 ||
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(bare)
    )
      break;
  }
  const nouns = words.filter((word) => !ADJECTIVE.test(word));
  if (nouns.length === 0) return null;
  const last = nouns.at(-1) ?? "";
  const per = /\bper (second|sec|minute|hour)\b/i.exec(rest);
  if (last.includes("/")) return last;
  const unit = nouns.slice(0, 3).slice(-2).join(" ");
  return per ? `${last}/${per[1]}` : unit;
}

/** "hour" as "hours"; short forms (h, ms) stay as they are. */
export function plural(unit: string): string {
  return /^(?:second|minute|hour|day|week|month|quarter|year|sec|min|hr)$/i.test(unit) ? `${unit}s` : unit;
}

export function isTimeUnit(unit: string | null): boolean {
  return unit !== null && new RegExp(`^${TIME_UNIT}$`, "i").test(unit);
}

const NINES: Readonly<Record<string, string>> = {
  two: "99%",
  three: "99.9%",
  four: "99.99%",
  five: "99.999%",
};

/** Signs and digits of other scripts and typefaces as the plain ones: "≥ ۹۹٪" as ">= 99%". */
export function normalise(text: string): string {
  return (
    text
      .replace(/[≥⩾]/g, ">=")
      .replace(/[≤⩽]/g, "<=")
      .replace(/[＞]/g, ">")
      .replace(/[＜]/g, "<")
      .replace(/[％٪]/g, "%")
      .replace(/[\u00a0\u202f\u2009]/g, " ")
      // A dot groups thousands behind the signs of those who write it so.
      .replace(
        /(R\$|€)\s?(\d{1,3}(?:\.\d{3})+)(?![\d.])/g,
        (_, sign, digits) => `${sign}${digits.replaceAll(".", "")}`,
      )
      .replace(/(?:\b(?:R|US|A|C))?([$€£])\s?(?=\d)/g, "$1")
      .replace(/\b(two|three|four|five) nines\b/gi, (nines, count) => NINES[count.toLowerCase()] ?? nines)
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  );
}
