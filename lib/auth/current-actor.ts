import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, findSessionActorUnscoped } from "@/lib/data/actor";
import { SESSION_COOKIES } from "./session-cookies";

/** The person of this request's session cookie, read from the database once for each request; null when signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const secret = SESSION_COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  return secret ? findSessionActorUnscoped(secret) : null;
});
