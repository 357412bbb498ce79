import "server-only";
import { db } from "./client";

/** Unscoped: the sign-in form knows only an e-mail address. */
export const findUserForSignInUnscoped = (email: string) =>
  db().user.findFirst({
    where: { email: email.toLowerCase(), disabledAt: null },
    select: { id: true, passwordHash: true },
  });

/** Unscoped: called after a password was found right. Times in e-mails and reports follow the browser last used. */
export async function rememberTimeZoneUnscoped(userId: string, timeZone: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId, timeZone: { not: timeZone } }, data: { timeZone } });
}
