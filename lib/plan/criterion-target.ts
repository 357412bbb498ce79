import type { Comparator } from "@/lib/domain/words";
import { withoutAddresses } from "./addresses";
import { withoutRanges } from "./criterion-ranges";
import { namedSample, sampleOfShare } from "./criterion-sample";
import { windowOf } from "./criterion-window";
import {
  BEHIND,
  COMPARING,
  COUNTED,
  LIKED,
  LOWER_IS_BETTER,
  NAMES,
  NOT_OVER,
  SYMBOLS,
  WISHED,
} from "./criterion-words";
import { saysNothingOf, withEnglishComparisons } from "./foreign-comparisons";
import {
  isTimeUnit,
  MAGNITUDE,
  NUMBER,
  NUMBER_WORD,
  normalise,
  numberValue,
  TIME_UNIT,
  unitAfter,
} from "./quantity";

/** What a criterion's sentence says in numbers. All null: it has to be judged by a person. */
export interface Target {
  comparator: Comparator | null;
  target: number | null;
  unit: string | null;
  window: string | null;
  /** how many have to stand behind the figure; left out where the sentence says nothing of it */
  minimumSample?: number;
}

const NUMBERED = new RegExp(
  `(>=|<=|=>|=<|==|>|<|=)?\\s?~?[$€£]?(?<![\\w.,])(${NUMBER}|\\b(?:${NUMBER_WORD})\\b)(${MAGNITUDE})?`,
  "gi",
);

interface Found {
  comparator: Comparator;
  target: number;
  unit: string | null;
  rank: number;
}

/** "No critical issues found", "zero data loss incidents": nothing may be counted. Null where a further clause narrows it. */
function nothingOf(text: string): Found | null {
  const match = /(?:^|\b(?:with|and|has|have|are|is|of)\s+|[,:;]\s*)(no|zero|none)\b\s*/i.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length).replace(/[.;]\s*$/, "");
  if (/^none$/i.test(match[1] ?? "")) return { comparator: "=", target: 0, unit: null, rank: 4 };
  const subject =
    /^([\p{L}\d'’/-]+(?:,? [\p{L}\d'’/-]+)*?)(?=$|[,;:(–—]| (?:found|identified|reported|detected|observed|open|remain(?:ing)?|outstanding|occurred|logged|within|during|for|in|of|on|at|by|from|to|that|after|before|over)\b)/iu.exec(
      rest,
    );
  const noun = subject?.[1]?.split(/\s+/).at(-1) ?? "";
  const counted =
    /(?:[^s]s|people|downtime|loss|data|sev-?\d)$/i.test(noun) && !/^(?:less|has|is|was)$/i.test(noun);
  const zero = /^zero$/i.test(match[1] ?? "");
  if (!zero) {
    const tail = rest
      .slice(subject?.[1]?.length ?? 0)
      .replace(
        /^[\s,]*(?:found|identified|reported|detected|observed|open|remain(?:ing)?|outstanding|occurred|logged)\b/i,
        "",
      );
    const timed =
      /^\s*(?:within|during|in|for|over|after|before)\b.*\b(?:hour|day|week|month|quarter|year|period|window|phase|launch|release|pilot|beta|alpha|test|testing|production)s?\b/i;
    if (!counted || (tail.trim() !== "" && !timed.test(tail))) return null;
  }
  return { comparator: "=", target: 0, unit: counted ? noun : null, rank: 4 };
}

/** "Points or higher" counts points. */
function bareUnit(unit: string | null): string | null {
  return unit?.replace(/(?:^| )(?:or|and)\b.*$/i, "") || null;
}

const isLowerBetter = (text: string): boolean => LOWER_IS_BETTER.test(text) && !LIKED.test(text);

function candidates(text: string): Found[] {
  const found: Found[] = [];
  const masked = text.replace(NAMES, (name) => " ".repeat(name.length));
  const lower = !WISHED.test(text) && isLowerBetter(text.replace(/crash[- ]free|error[- ]free/gi, ""));
  for (const match of masked.matchAll(NUMBERED)) {
    const [whole, symbol, digits = "", magnitude] = match;
    const before = masked.slice(0, match.index);
    const rest = masked.slice(match.index + whole.length);
    // "30m" is minutes where nothing is counted; "1m users" is a million.
    const minutes = magnitude === "m" && !/^\s*\p{L}/u.test(rest);
    const target = numberValue(digits, minutes ? undefined : magnitude);
    const unit = minutes ? "m" : (unitAfter(rest) ?? /[$€£](?=[^$€£]*$)/.exec(whole)?.[0] ?? null);
    const worded = symbol ? undefined : COMPARING.find(([pattern]) => pattern.test(before));
    const behind = BEHIND.find(([pattern]) => pattern.test(rest));
    const isWord = /^[a-z]/i.test(digits);
    const able = /\b(?:handle|support|process|serve|store|sustain|scale to)s?\s+(?:up to\s+)?$/i.test(before);
    if (/^[>]/.test(symbol ?? ">") && (symbol || worded || unit?.startsWith("%")) && NOT_OVER.test(before))
      found.push({ comparator: "<=", target, unit, rank: 0 });
    else if (symbol) found.push({ comparator: SYMBOLS[symbol] ?? "=", target, unit, rank: 0 });
    else if (able && unit) found.push({ comparator: ">=", target, unit, rank: 1 });
    else if (worded && isTimeUnit(unit) && /(?:over|within)\s*$/i.test(before)) {
      const isWindow = /over\s*$/i.test(before);
      if (!isWindow) found.push({ comparator: "<=", target, unit, rank: 5 });
    } else if (worded) found.push({ comparator: worded[1], target, unit, rank: 1 });
    else if (isWord) continue;
    else if (/[±]\s?$/.test(before)) found.push({ comparator: "<=", target, unit, rank: 1 });
    else if (behind) found.push({ comparator: behind[1], target, unit: bareUnit(unit), rank: 1 });
    else if (/^\s?[%\w]*\+/.test(rest) && !/^\s?\w*\+\w/.test(rest))
      found.push({ comparator: ">=", target, unit: unitAfter(rest.replace("+", " ")), rank: 2 });
    else if (unit?.startsWith("%") || unit?.startsWith("/"))
      found.push({
        comparator: target === 0 ? "=" : lower && target < 100 && unit.startsWith("%") ? "<=" : ">=",
        target,
        unit,
        rank: 3,
      });
    else if (target === 0 && unit)
      found.push({ comparator: "=", target, unit: unit.split(" ").at(-1) ?? unit, rank: 3 });
    else if (isTimeUnit(unit)) {
      const lasting =
        /stab|steady|soak|uninterrupt|continuous|maintain|without|running|runs?\b|incident-free|burn-in|bake/i.test(
          text,
        );
      if (lasting || lower) found.push({ comparator: lasting ? ">=" : "<=", target, unit, rank: 6 });
    } else if (unit && COUNTED.test(unit)) found.push({ comparator: ">=", target, unit, rank: 6 });
    else if (
      (unit && /^\p{L}/u.test(unit) && /s$/.test(unit.split(/[\s/]/)[0] ?? "")) ||
      (/\bfirst\s*$/i.test(before) && unit)
    )
      found.push({ comparator: lower ? "<=" : ">=", target, unit, rank: 7 });
    else if (unit && /(?:s|people)$/.test(unit))
      found.push({ comparator: lower ? "<=" : ">=", target, unit, rank: 7 });
  }
  return found;
}

/**
 * Reads comparator, target, unit, window and minimum sample out of one sentence.
 * In: plain text. Out: what it says in numbers; nulls where it says none. Bare percentages mean "at least".
 */
export function parseTarget(source: string): Target {
  const plain = normalise(withoutAddresses(source));
  const text = withEnglishComparisons(plain);
  const named = namedSample(text);
  const share = sampleOfShare(named?.text ?? text);
  for (const sampled of [share, named]) {
    const rest = sampled ? targetOf(sampled.text, plain) : null;
    // Where no other figure is left, the sample is what has to be reached: "Survey with at least 20 responses".
    if (!sampled || !rest || rest.target === null) continue;
    if (sampled === named || /^[%/]/.test(rest.unit ?? ""))
      return { ...rest, minimumSample: named?.minimumSample ?? sampled.minimumSample };
  }
  return targetOf(text, plain);
}

/** @param plain the same text before its comparisons were put into English */
function targetOf(text: string, plain: string): Target {
  const window = windowOf(text);
  const all = candidates(withoutRanges(text));
  const nothing = nothingOf(text.replace(/\s*\([^()]*\)/g, ""));
  if (nothing) all.push(nothing);
  else if (saysNothingOf(plain)) all.push({ comparator: "=", target: 0, unit: null, rank: 4 });
  const best = all.sort((a, b) => a.rank - b.rank)[0];
  if (!best) return { comparator: null, target: null, unit: null, window };
  const sameAsWindow = isTimeUnit(best.unit) && window?.includes(String(best.target)) && best.rank < 6;
  return {
    comparator: best.comparator,
    target: best.target,
    unit: best.unit,
    window: sameAsWindow ? null : window,
  };
}

/** A target that stands alone in a table cell ("<2 sec", "99.9%", "0"): there even a bare number is a target. */
export function parseTargetCell(cell: string, metric: string): Target {
  const target = targetOfCell(cell, metric);
  const sample = target.target === null ? null : namedSample(withEnglishComparisons(normalise(metric)));
  return sample ? { minimumSample: sample.minimumSample, ...target } : target;
}

function targetOfCell(cell: string, metric: string): Target {
  const parsed = parseTarget(cell);
  if (parsed.target !== null) {
    const bare = /^\s*\d[\d.,]*\s*(?:%|\w{1,8})?\s*$/.test(normalise(cell));
    if (bare && parsed.target !== 0 && isLowerBetter(metric)) return { ...parsed, comparator: "<=" };
    return parsed;
  }
  const bare = new RegExp(
    `^\\s*(?<sign>[$€£])?(?<digits>${NUMBER})(?<magnitude>${MAGNITUDE})?\\s*(?<unit>${TIME_UNIT}|[$€£])?\\s*(?:\\p{L}[\\p{L} ]{2,30})?$`,
    "u",
  ).exec(normalise(cell))?.groups;
  if (!bare?.digits) return parsed;
  const target = numberValue(bare.digits, bare.magnitude);
  const comparator = target === 0 ? "=" : isLowerBetter(metric) ? "<=" : ">=";
  return { comparator, target, unit: bare.unit ?? bare.sign ?? null, window: null };
}
