import "server-only";
import { db } from "./client";

/** Unscoped: the sign-in form knows only an e-mail address. */
export const findUserForSignInUnscoped = (email: string) =>
  db().user.findFirst({
    where: { email: email.toLowerCase(), disabledAt: null },
    select: { id: true, passwordHash: true },
  });
