import { dayIn, isDueLabel } from "./due-day";

const NAMED =
  "owners?|assignee|assigned to|responsible|dri|due|due date|eta|deadline|verantwortlich|responsable|responsável|fällig";
const DATE = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}";
const PEOPLE = "@[\\w-]+(?:(?:,| and| &|/)?\\s*@[\\w-]+)*";

const ENDS = [
  new RegExp(
    `\\s*[([]\\s*((?:${NAMED})\\b\\s*:?\\s*[^()[\\]]{2,120}|${PEOPLE}(?:,? [^()[\\]]{2,60})?)\\s*[)\\]]\\s*\\.?$`,
    "iu",
  ),
  new RegExp(`(?:(?<=[.;])|\\s+[–—-]|\\s*[|·])\\s+((?:${NAMED})\\s*[:：]\\s*.{2,160})$`, "iu"),
  new RegExp(`(?:\\s+[–—-]|,)?\\s+(${PEOPLE})\\.?$`, "u"),
  new RegExp(`[,;]?\\s+(due(?: by| on)?:? (?:${DATE}))\\.?$`, "iu"),
];

/**
 * Takes off a title who does it and until when, where it ends with that: "Scan images (@ana, due 2026-12-01)".
 * Out: the title, and what was taken off, in the document's words.
 */
export function withoutAssignment(text: string): { title: string; assigned: string[] } {
  let title = text;
  const assigned: string[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const pattern of ENDS) {
      const match = pattern.exec(title);
      const rest = match ? title.slice(0, match.index).replace(/[\s,;–—|·-]+$/, "") : "";
      if (!match?.[1] || !/\p{L}{2}/u.test(rest)) continue;
      assigned.unshift(match[1].startsWith("@") ? `Owner: ${match[1]}` : match[1]);
      title = rest;
      again = true;
      break;
    }
  }
  return { title, assigned };
}

const PART = /\s*(?:[,;|·]|\s[–—-]\s)\s*/u;

/** The day among what was taken off a title ("due 2026-12-01"), and what else was. */
export function dueOf(assigned: readonly string[]): { dueOn: string | null; others: string[] } {
  let dueOn: string | null = null;
  const others = assigned.flatMap((words) => {
    const all = words.split(PART);
    const parts = all.filter((part) => {
      const [, label = "", rest = ""] = /^(\p{L}+(?: (?:date|by|on|am))?)\s*[:：]?\s+(.+)$/u.exec(part) ?? [];
      const day = dueOn === null && isDueLabel(label) ? dayIn(rest) : null;
      dueOn ??= day;
      return day === null;
    });
    return parts.length === all.length ? [words] : parts.length > 0 ? [parts.join(", ")] : [];
  });
  return { dueOn, others };
}
