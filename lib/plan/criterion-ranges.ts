import { LOWER_IS_BETTER } from "./criterion-words";
import { NUMBER, TIME_UNIT } from "./quantity";

/** "Between 5 and 10 users", "0.5% - 1%" as the end that has to be reached: the lower one, or the upper where less is better. */
export function withoutRanges(text: string): string {
  const end = (low: string, high: string) =>
    LOWER_IS_BETTER.test(text) ? `at most ${high}` : `at least ${low}`;
  return (
    text
      // "120 ms → 80 ms": from what it is to what it shall be.
      .replace(
        new RegExp(
          `(?<![\\w.,])[<>~]?=?\\s?(?:${NUMBER})\\s?(?:%|${TIME_UNIT}\\b)?\\s*(?:→|->|=>|⇒)\\s*(?=[<>~]?=?\\s?\\d)`,
          "giu",
        ),
        "",
      )
      .replace(/(?<![\w.,/-])(\d{1,4}) (?:out )?of (?:the )?\d{1,4}(?= \p{L})/giu, "at least $1")
      .replace(
        new RegExp(`\\bbetween (${NUMBER})\\s?%? and (${NUMBER})(?=\\s?%|\\s|$)`, "giu"),
        (_, low, high) => end(low, high),
      )
      .replace(
        new RegExp(
          `(?<![\\w.,/-])(${NUMBER})\\s?%?\\s?[-–—]\\s?(${NUMBER})(?=\\s?%|\\s?\\p{L}{2,})(?!\\s?(?:weeks?|days?|months?)\\b)`,
          "giu",
        ),
        (_, low, high) => end(low, high),
      )
  );
}
