import type { Draft } from "./draft";
import { folded } from "./plain-text";
import { type Cell, isBlankCell, withoutSecretValues } from "./table-cells";
import type { TableKind } from "./table-kinds";

const DAYS: ReadonlyArray<[RegExp, number]> = [
  [/\bdaily\b/, 1],
  [/\bweekly\b/, 7],
  [/\b(?:fortnightly|bi-?weekly)\b/, 14],
  [/\bmonthly\b/, 30],
  [/\bquarterly\b/, 90],
  [/\b(?:semi-?annual(?:ly)?|half-?yearly|twice a year)\b/, 180],
  [/\b(?:annual(?:ly)?|yearly)\b/, 365],
];
const UNIT_DAYS: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
  hour: 0,
};

/** "90 days or on compromise" is 90, "quarterly" is 90, "Every 6 months" is 180, "Never" is null. */
export function rotationDays(text: string): number | null {
  const key = folded(text);
  const counted = /(\d{1,4})\s*-?\s*(d|days?|weeks?|months?|quarters?|years?)\b/.exec(key);
  if (counted?.[1] && counted[2]) {
    const days = Number(counted[1]) * (UNIT_DAYS[counted[2].replace(/s$/, "")] ?? 0);
    return days > 0 ? days : null;
  }
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
