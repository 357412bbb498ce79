import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { findSessionActorUnscoped } from "@/lib/data/actor";
import { endSessionUnscoped, startSessionUnscoped } from "@/lib/data/sessions";
import { findUserForSignInUnscoped, rememberTimeZoneUnscoped } from "@/lib/data/users";
import { log } from "@/lib/ops/log";
import { signInSchema } from "@/lib/schemas/sign-in";
import { verifyPassword } from "./passwords";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** A new session for who knows the password; null for everybody else. */
async function signIn(credentials: unknown, userAgent: string) {
  const parsed = signInSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const user = await findUserForSignInUnscoped(parsed.data.email);
  if (!(await verifyPassword(user?.passwordHash ?? null, parsed.data.password)) || !user) return null;
  if (parsed.data.timeZone) await rememberTimeZoneUnscoped(user.id, parsed.data.timeZone);
  const secret = await startSessionUnscoped(user.id, userAgent);
  return secret ? { id: user.id, sessionSecret: secret } : null;
}

/**
 * next-auth 4 gives Credentials only its "jwt" strategy. Its encode and decode are ours, so the cookie holds an opaque
 * secret and the session is a row: ending the row signs the browser out at once (docs/decisions/0004-sessions.md).
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: THIRTY_DAYS },
  pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" }, timeZone: {} },
      async authorize(credentials, request) {
        try {
          return await signIn(credentials, String(request.headers?.["user-agent"] ?? ""));
        } catch (error) {
          log().error({ err: error }, "sign-in failed");
          // next-auth tells the browser the message of what is thrown here, whatever it gives away.
          throw new Error("Unavailable");
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user && "sessionSecret" in user ? { ...token, sessionSecret: user.sessionSecret } : token,
    session: ({ session, token }) => ({ ...session, user: { name: token.name ?? null } }),
  },
  jwt: {
    maxAge: THIRTY_DAYS,
    encode: async ({ token }) => String(token?.sessionSecret ?? ""),
    decode: async ({ token }) => {
      const actor = token ? await findSessionActorUnscoped(token) : null;
      return actor ? { sub: actor.userId, name: actor.name, sessionSecret: token } : null;
    },
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionSecret === "string") await endSessionUnscoped(token.sessionSecret);
    },
  },
};
