import { withoutSecretValues } from "@/lib/domain/secret-values";
import type { Draft } from "./draft";
import { folded } from "./plain-text";
import { type Cell, isBlankCell } from "./table-cells";
import type { TableKind } from "./table-kinds";

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

/** Adds a secret, or completes the one of that name: several tables about the same secrets are one inventory. */
export function readSecretRow(
  draft: Draft,
  row: { line: number; cells: Cell[] },
  kind: Extract<TableKind, { kind: "secrets" }>,
): void {
  // "KEY=value" names the secret and gives it away; only the name may enter.
  const name = (words(row.cells[kind.name]) ?? "").replace(/\s*=.*$/, "").trim();
  if (isBlankCell(name)) return;
  const named = kind.variable >= 0 ? words(row.cells[kind.variable])?.replace(/\s*=.*$/, "") : undefined;
  const found = {
    name,
    variable: named ?? (/^[A-Z][A-Z0-9]*_[A-Z0-9_*]+$/.test(name) ? name : null),
    owner: kind.owner >= 0 ? words(row.cells[kind.owner]) : null,
    rotationDays: kind.rotation >= 0 ? rotationDays(row.cells[kind.rotation]?.text ?? "") : null,
    storage: kind.storage >= 0 ? words(row.cells[kind.storage]) : null,
  };
  const known = draft.secrets.find((secret) => folded(secret.name) === folded(name));
  if (!known) {
    draft.secrets.push(found);
    return;
  }
  known.variable ??= found.variable;
  known.owner ??= found.owner;
  known.rotationDays ??= found.rotationDays;
  known.storage ??= found.storage;
}
