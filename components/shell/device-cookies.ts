/** Choices of this device, read by the server before it draws: no flash, no second render. */
export type DeviceCookie = "theme" | "tz";

const YEAR = 365 * 24 * 60 * 60;

/** @returns false when the cookie said so already */
export function remember(name: DeviceCookie, value: string): boolean {
  const pair = `${name}=${encodeURIComponent(value)}`;
  if (document.cookie.split("; ").includes(pair)) return false;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `${pair}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
  return true;
}
