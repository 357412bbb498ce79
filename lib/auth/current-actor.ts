import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, findSessionActorUnscoped } from "@/lib/data/actor";
import { sessionCookieName } from "./session-cookies";

/** The secret of this request's session cookie; whether it holds is the database's to say. */
export const sessionSecret = async (): Promise<string | undefined> =>
  (await cookies()).get(sessionCookieName())?.value;

/** The person of this request's session cookie, read from the database once for each request; null when signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const secret = await sessionSecret();
  return secret ? findSessionActorUnscoped(secret) : null;
});
