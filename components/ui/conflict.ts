import type { Refusal } from "@/lib/domain/errors";

/** One field that two people changed. */
export interface ConflictField {
  label: string;
  mine: string;
  theirs: string;
}

export interface Conflict {
  /** the version to base the next attempt on */
  version: number;
  fields: ConflictField[];
}

/** How a field is called and shown; `value` turns what stands in the database into words. */
export type ConflictWords = Record<string, { label: string; value?: (raw: unknown) => string }>;

const plainWords = (raw: unknown): string => {
  if (raw === null || raw === undefined || raw === "") return "nothing";
  return Array.isArray(raw) ? raw.join(", ") : String(raw);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/**
 * The fields a person really changed. Only these are sent, so that saving over somebody else's work never takes back
 * what nobody touched here.
 */
export function changesFrom<Values extends object>(base: object, values: Values): Partial<Values> {
  const before = new Map<string, unknown>(Object.entries(base));
  const changed: Partial<Values> = { ...values };
  // The keys of a plain object made by the form, which `keyof` cannot say of Object.keys.
  for (const name of Object.keys(values) as (keyof Values & string)[])
    if (JSON.stringify(before.get(name) ?? null) === JSON.stringify(values[name] ?? null))
      delete changed[name];
  return changed;
}

/**
 * What a refused edit (CONFLICT) says stands there now, beside what the person changed; null for any other refusal.
 * Without fields, nothing of theirs collides with what was typed.
 */
export function conflictOf(
  refusal: Refusal | null,
  mine: Record<string, unknown>,
  words: ConflictWords,
): Conflict | null {
  if (refusal?.code !== "CONFLICT" || !isRecord(refusal.current)) return null;
  const { version, ...current } = refusal.current;
  if (typeof version !== "number") return null;
  const fields = Object.entries(words).flatMap(([name, { label, value = plainWords }]) =>
    name in mine && name in current && JSON.stringify(current[name]) !== JSON.stringify(mine[name])
      ? [{ label, mine: value(mine[name]), theirs: value(current[name]) }]
      : [],
  );
  return { version, fields };
}
