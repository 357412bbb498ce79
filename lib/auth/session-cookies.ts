import { settings } from "@/lib/ops/env";

/** next-auth's cookie names: the second where the site is served by https. */
export const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"] as const;

/**
 * The one that next-auth sets here. Behind https the other one is not looked at: any plain http answer on the way could
 * set it, and so put a person into a session that is somebody else's.
 */
export const sessionCookieName = (): string =>
  SESSION_COOKIES[settings().NEXTAUTH_URL?.startsWith("https:") ? 1 : 0];
