import type { Level } from "@/lib/domain/words";
import type { PlanCriterion } from "@/lib/schemas/plan";
import { parseTarget } from "./criterion-target";
import { isTimeUnit, NUMBER } from "./quantity";

/** "10 campaigns and 5 proposals" as two sentences; anything else as it is. */
function splitSentences(text: string): string[] {
  const two = new RegExp(
    `^(.*?)((?:\\b(?:at least|minimum of|more than|over)\\s+)?)(?<![\\w.,])(${NUMBER}) (\\p{L}[\\p{L} -]{1,40}?) and (?:at least )?(${NUMBER}) (\\p{L}[\\p{L} -]{1,40}?)([.;]?)$`,
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
