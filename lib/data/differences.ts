import "server-only";
import { AppError } from "@/lib/domain/errors";

/** What an edit wishes: an absent field stays as it is. */
export type Wish<T> = { [K in keyof T]?: T[K] | undefined };

/** The wished fields that are not so already. Values are compared as JSON, so lists must be in the same order. */
export function differences<T extends object>(current: T, wish: Wish<T>): Partial<T> {
  const changed: Partial<T> = {};
  // The keys of a plain object literal made here by name, which `keyof` cannot say of Object.keys.
  for (const field of Object.keys(current) as (keyof T)[]) {
    const wished = wish[field];
    if (wished !== undefined && JSON.stringify(wished) !== JSON.stringify(current[field]))
      changed[field] = wished;
  }
  return changed;
}

/**
 * An edit based on an older version is refused with what stands there now, so that the second person sees the first
 * one's work and keeps what they typed.
 * @throws AppError CONFLICT
 */
export function refuseStale(
  what: string,
  based: number,
  current: { version: number; [field: string]: unknown },
): void {
  if (based === current.version) return;
  throw new AppError(
    "CONFLICT",
    `Somebody else changed this ${what} meanwhile. Look at what stands there now, then save again.`,
    { current },
  );
}

/** For the audit event: which fields changed, and old and new value of those that are short and no one's own words. */
export function changeData<T extends object>(
  current: T,
  changed: Partial<T>,
  shown: readonly (keyof T & string)[],
): Record<string, unknown> {
  const values = shown.flatMap((field) =>
    field in changed ? [[field, { from: current[field] ?? null, to: changed[field] ?? null }] as const] : [],
  );
  return { fields: Object.keys(changed).sort(), ...Object.fromEntries(values) };
}
