import { AppError } from "@/lib/domain/errors";

/**
 * The version an update is based on, from `If-Match: "7"`.
 * @returns null when the caller named none or `*`: then the update applies to what stands there
 * @throws AppError INVALID for anything else, because an update that was meant to be guarded must not run unguarded
 */
export function ifMatchOf(request: Request): number | null {
  const given = request.headers.get("if-match")?.trim();
  if (!given || given === "*") return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1] ?? /^(\d{1,9})$/.exec(given)?.[1];
  if (version !== undefined) return Number(version);
  throw new AppError(
    "INVALID",
    'If-Match must be one version in quotes, as the ETag or "version" said it: "7".',
  );
}
