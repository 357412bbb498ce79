import { NUMBER, numberValue, plural } from "./quantity";

/** The stretch of time a number is taken over: "30 days", "continuous 72 hours", "1 month" for "the first month". */
export function windowOf(text: string): string | null {
  const long = `(h|hrs?|hours?|days?|weeks?|months?|quarters?|years?)`;
  const first = new RegExp(`\\b(?:first|last|past|any) (?:(${NUMBER})[\\s-]+)?${long}\\b`, "i").exec(text);
  if (first?.[2]) return spell(first[1] ?? "1", first[2], "");
  const kind = `(continuous|consecutive|rolling|uninterrupted)`;
  const adjective = new RegExp(`\\b${kind}\\s+(${NUMBER})[\\s-]*${long}\\b`, "i").exec(text);
  if (adjective?.[2] && adjective[3]) return spell(adjective[2], adjective[3], adjective[1] ?? "");
  const inside = new RegExp(`(${NUMBER})\\s+${kind}\\s+${long}\\b`, "i").exec(text);
  if (inside?.[1] && inside[3]) return spell(inside[1], inside[3], inside[2] ?? "");
  const plain = new RegExp(
    `\\b(?:over|for|during|across|throughout|in|within)\\s+(?:a |an |the |at least |any )*(${NUMBER})[\\s-]*${long}\\b`,
    "i",
  ).exec(text);
  if (plain?.[1] && plain[2]) return spell(plain[1], plain[2], "");
  const per = /\bper (day|week|month|quarter|year)\b/i.exec(text);
  return per?.[1] ? `1 ${per[1].toLowerCase()}` : null;
}

function spell(count: string, unit: string, kind: string): string {
  const full: Readonly<Record<string, string>> = { h: "hour", hr: "hour", hrs: "hour" };
  const one = (full[unit.toLowerCase()] ?? unit.toLowerCase()).replace(/s$/, "");
  const value = numberValue(count, undefined);
  return `${kind ? `${kind.toLowerCase()} ` : ""}${value} ${value === 1 ? one : plural(one)}`;
}
