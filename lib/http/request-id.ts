/** What a caller may name a request; anything else could break a log line or a header. */
const SAFE = /^[\w.:-]{1,100}$/;

/** The id by which logs, answers and people speak of a request: the caller's own where it is usable, else a new one. */
export function requestIdOf(given: string | null): string {
  return given && SAFE.test(given) ? given : crypto.randomUUID();
}
