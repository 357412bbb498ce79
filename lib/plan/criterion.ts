import type { Level } from "@/lib/domain/words";
import type { PlanCriterion } from "@/lib/schemas/plan";
import { withoutAddresses } from "./addresses";
import { isSampleAlone } from "./criterion-sample";
import { parseTarget } from "./criterion-target";
import { isTimeUnit, NUMBER, normalise } from "./quantity";

const MEASURED = /(?:[<>]=?|[≤≥])\s*[~$€£]?\d|\d\s?%/;

/** "RTO < 4h, RPO < 15 min" as its parts, if every one of them has a name and a figure; otherwise null. */
function splitMeasures(text: string): string[] | null {
  const parts = text.split(/[,;]\s+(?:and\s+)?|\s+(?:and|&|und|et|y)\s+/u).map((part) => part.trim());
  const each = parts.every(
    (part) =>
      MEASURED.test(withoutAddresses(part)) &&
      !isSampleAlone(normalise(part)) &&
      /\p{L}{3}|\bp\d\d/iu.test(part.replace(/\([^()]*\)/g, "")) &&
      !/^\W*(?:target|goal|currently|now|baseline|was|up|down|from|with|for|over|in|within|per)\b/i.test(
        part,
      ),
  );
  return parts.length >= 2 &&
    parts.length <= 6 &&
    each &&
    !/[()[\]]/.test(text) &&
    (withoutAddresses(text).match(/[<>≤≥]/g)?.length ?? 0) > 1
    ? parts
    : null;
}

/** "10 campaigns and 5 proposals" as two sentences; anything else as it is. */
function splitSentences(text: string): string[] {
  const measures = splitMeasures(text);
  if (measures) return measures;
  const two = new RegExp(
    `^(.*?)((?:\\b(?:at least|minimum of|more than|over)\\s+)?)(?<![\\w.,]|(?:://|www\\.)\\S{0,300})(${NUMBER}) (\\p{L}[\\p{L} -]{1,40}?) and (?:at least )?(${NUMBER}) (\\p{L}[\\p{L} -]{1,40}?)([.;]?)$`,
    "iu",
  ).exec(text);
  if (!two || /between\s*$/i.test(two[1] ?? "")) return [text];
  const [, lead = "", comparing = "", first = "", firstUnit = "", second = "", secondUnit = "", stop = ""] =
    two;
  if (isTimeUnit(firstUnit) || isTimeUnit(secondUnit)) return [text];
  return [
    `${lead}${comparing}${first} ${firstUnit}${stop}`,
    `${lead}${comparing}${second} ${secondUnit}${stop}`,
  ];
}

/**
 * Makes criteria of one line of a plan. In: its plain text, level and whether it is ticked.
 * Out: one criterion, or two where the line counts two things ("10 campaigns and 5 proposals").
 */
export function parseCriteria(text: string, level: Level = "MUST", checked = false): PlanCriterion[] {
  return splitSentences(text).map((sentence) => {
    const target = parseTarget(sentence);
    return { text: sentence, ...target, unit: target.unit?.slice(0, 80) ?? null, level, checked };
  });
}
