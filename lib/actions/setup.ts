"use server";
import { hashPassword } from "@/lib/auth/passwords";
import { createOwnerUnscoped } from "@/lib/data/setup";
import { setupSchema } from "@/lib/schemas/setup";
import { publicAction } from "./define";

/** First run: the form signs in afterwards with what was typed, so the password never comes back from here. */
export const setupAction = publicAction(setupSchema, async ({ password, ...owner }) => {
  const passwordHash = await hashPassword(password);
  const { email } = await createOwnerUnscoped({ ...owner, passwordHash, via: "session" });
  return { email };
});
