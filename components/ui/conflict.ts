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

/** What a refused edit (CONFLICT) says stands there now, beside what the person typed; null for any other refusal. */
export function conflictOf(
  refusal: Refusal | null,
  mine: Record<string, unknown>,
  words: ConflictWords,
): Conflict | null {
  if (refusal?.code !== "CONFLICT" || !isRecord(refusal.current)) return null;
  const { version, ...current } = refusal.current;
  if (typeof version !== "number") return null;
  const fields = Object.entries(words).flatMap(([name, { label, value = plainWords }]) =>
    name in current && JSON.stringify(current[name]) !== JSON.stringify(mine[name])
      ? [{ label, mine: value(mine[name]), theirs: value(current[name]) }]
      : [],
  );
  return { version, fields };
}
