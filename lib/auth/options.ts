import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { findSessionActorUnscoped } from "@/lib/data/actor";
import { endSessionUnscoped, startSessionUnscoped } from "@/lib/data/sessions";
import { findUserForSignInUnscoped, rememberTimeZoneUnscoped } from "@/lib/data/users";
import { signInSchema } from "@/lib/schemas/sign-in";
import { verifyPassword } from "./passwords";

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/**
 * next-auth 4 gives Credentials only its "jwt" strategy. Its encode and decode are ours, so the cookie holds an opaque
 * secret and the session is a row: ending the row signs the browser out at once (docs/decisions/0004-sessions.md).
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: THIRTY_DAYS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" }, timeZone: {} },
      async authorize(credentials, request) {
        const parsed = signInSchema.safeParse(credentials);
        if (!parsed.success) return null;
        const user = await findUserForSignInUnscoped(parsed.data.email);
        if (!(await verifyPassword(user?.passwordHash ?? null, parsed.data.password)) || !user) return null;
        if (parsed.data.timeZone) await rememberTimeZoneUnscoped(user.id, parsed.data.timeZone);
        const secret = await startSessionUnscoped(user.id, String(request.headers?.["user-agent"] ?? ""));
        return secret ? { id: user.id, sessionSecret: secret } : null;
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
