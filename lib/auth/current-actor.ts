import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, findSessionActorUnscoped } from "@/lib/data/actor";
import { sessionCookieName } from "./session-cookies";

/** The person of this request's session cookie, read from the database once for each request; null when signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const secret = (await cookies()).get(sessionCookieName())?.value;
  return secret ? findSessionActorUnscoped(secret) : null;
});
