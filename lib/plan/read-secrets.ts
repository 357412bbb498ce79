import { isDay } from "@/lib/domain/days";
import { withoutSecretValues } from "@/lib/domain/secret-values";
import type { Draft } from "./draft";
import { folded } from "./plain-text";
import type { SecretColumns } from "./secret-columns";
import { type Cell, type Cells, isBlankCell } from "./table-cells";

const DAYS: ReadonlyArray<[RegExp, number]> = [
  [/\bdaily\b|^taglich|^diari[oa]|^quotidien|每天|毎日|ежедневно/, 1],
  [/\bweekly\b|^wochentlich|^semanal|^hebdomadaire|每周|毎週|еженедельно/, 7],
  [/\b(?:fortnightly|bi-?weekly)\b/, 14],
  [/\bmonthly\b|^monatlich|^mensual|^mensal|^mensuel|^mensile|^aylik|每月|毎月|ежемесячно/, 30],
  [/\bquarterly\b|vierteljahrlich|trimestr(?:al|iel|ale)|每季|四半期|ежеквартально/, 90],
  [
    /\b(?:semi-?annual(?:ly)?|half-?yearly|twice a year)\b|^halbjahrlich|^semestral|^semestriel|每半年|半年/,
    180,
  ],
  [/\b(?:annual(?:ly)?|yearly)\b|^jahrlich|^anual|^annuel|^annuale|^yillik|每年|毎年|ежегодно/, 365],
];
const UNITS: ReadonlyArray<[RegExp, number]> = [
  [/^(?:d|days?|tagen?|dias?|jours?|giorni|gun|天|日|일|дн\p{L}*|день|روز)/u, 1],
  [/^(?:weeks?|wochen?|semanas?|semaines?|settiman\p{L}|hafta|周|週|주|недел\p{L}*)/u, 7],
  [/^(?:months?|monaten?|mes(?:es)?|mois|mes[ei]|ay|个?月|か月|ヶ月|개월|месяц\p{L}*|ماه)/u, 30],
  [/^(?:quarters?|quartale?|trimestres?)/u, 90],
  [/^(?:years?|jahren?|anos?|ans?|annees?|ann[oi]|yil|年|년|год\p{L}*|лет|سال)/u, 365],
];

/** "90 days or on compromise" is 90, "quarterly" is 90, "Every 6 months" is 180, "Never" is null. */
export function rotationDays(text: string): number | null {
  const key = folded(text);
  const counted = /(\d{1,4})\s*-?\s*(\p{L}+)/u.exec(key);
  const unit = UNITS.find(([pattern]) => pattern.test(counted?.[2] ?? ""))?.[1];
  if (counted?.[1] && unit) return Number(counted[1]) * unit || null;
  return DAYS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

function words(cell: Cell | undefined): string | null {
  const text = withoutSecretValues(cell?.text ?? "").slice(0, 200);
  return isBlankCell(text) ? null : text;
}

/** A day as the plan keeps it, of a cell that holds one; null for "never", "last week" and days there are not. */
function dayOf(text: string): string | null {
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1];
  return day && isDay(day) ? day : null;
}

/** "API keys (90-day rotation)", "Rotate quarterly": what a heading says of all the secrets under it. */
function rotationOfHeading(heading: string): number | null {
  return /rotat|rotac|rotaz|every|wechsel|轮换|ローテ|ротаци/i.test(heading) ? rotationDays(heading) : null;
}

/**
 * Adds the secrets of a table, or completes those of the same name that other tables told of: several tables about
 * the same secrets are one inventory. Two rows of one table are two secrets, whatever they are called.
 */
export function readSecretTable(draft: Draft, { rows }: Cells, kind: SecretColumns, heading: string): void {
  const before = new Map(draft.secrets.map((secret) => [folded(secret.name), secret]));
  const here = new Set<string>();
  const fallback = kind.rotation < 0 ? rotationOfHeading(heading) : null;
  for (const { cells } of rows) {
    // "KEY=value" names the secret and gives it away; only the name may enter.
    const word = (words(cells[kind.name]) ?? "").replace(/\s*=.*$/, "").trim();
    if (isBlankCell(word)) continue;
    const service = kind.service >= 0 ? words(cells[kind.service]) : null;
    const first = words(cells[kind.name === 0 ? 1 : 0]);
    const full = service && !folded(word).includes(folded(service)) ? `${service} ${word}` : word;
    const name = (here.has(folded(full)) && first ? `${full} (${first})` : full).slice(0, 200);
    here.add(folded(name));
    const named = kind.variable >= 0 ? words(cells[kind.variable])?.replace(/\s*=.*$/, "") : undefined;
    const found = {
      name,
      variable: named ?? (/^[A-Z][A-Z0-9]*_[A-Z0-9_*]+$/.test(word) ? word : null),
      owner: kind.owner >= 0 ? words(cells[kind.owner]) : null,
      rotationDays: kind.rotation >= 0 ? rotationDays(cells[kind.rotation]?.text ?? "") : fallback,
      storage: kind.storage >= 0 ? words(cells[kind.storage]) : null,
    };
    const day = kind.rotated >= 0 ? dayOf(cells[kind.rotated]?.text ?? "") : null;
    const known = before.get(folded(name));
    if (!known) {
      draft.secrets.push(day === null ? found : { ...found, lastRotatedOn: day });
      continue;
    }
    known.variable ??= found.variable;
    known.owner ??= found.owner;
    known.rotationDays ??= found.rotationDays;
    known.storage ??= found.storage;
    if (day !== null) known.lastRotatedOn ??= day;
  }
}
