/** Doors that change the session: going back to them would sign out again, or loop. */
const DOORS = /^\/(sign-in|sign-out|setup|invite|api)(\/|$)/;

/**
 * Where to go after signing in. Only a path of this site is followed: an address made by somebody else must not send a
 * person who has just typed a password to another one.
 *
 * @param wished the `next` of the address, as it came
 */
export function returnPath(wished: string | undefined): string {
  if (!wished?.startsWith("/") || /^\/[/\\]|[\\\s]/.test(wished)) return "/";
  const base = "http://phasegate.invalid";
  const url = URL.canParse(wished, base) ? new URL(wished, base) : null;
  // "/.//evil.example" is a path of this site until it is resolved: what is left then names another one.
  if (!url || url.origin !== base || url.pathname.startsWith("//") || DOORS.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
