"use server";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/passwords";
import { createDemoUnscoped, demoSignIns } from "@/lib/data/demo";
import { createOwnerUnscoped } from "@/lib/data/setup";
import type { DemoSignIn } from "@/lib/schemas/setup";
import { setupSchema } from "@/lib/schemas/setup";
import { publicAction } from "./define";

/** First run: the form signs in afterwards with what was typed, so the password never comes back from here. */
export const setupAction = publicAction(setupSchema, async ({ password, ...owner }) => {
  const passwordHash = await hashPassword(password);
  const { email } = await createOwnerUnscoped({ ...owner, passwordHash, via: "session" });
  return { email };
});

const hashed = async (person: DemoSignIn) => ({
  ...person,
  passwordHash: await hashPassword(person.password),
});

/** First run with a story. Answers the owner's sign-in, which the sign-in page of a demo shows anyway. */
export const makeDemoAction = publicAction(z.object({}), async () => {
  const [ana, ben, chidi] = demoSignIns();
  await createDemoUnscoped([await hashed(ana), await hashed(ben), await hashed(chidi)]);
  return { email: ana.email, password: ana.password };
});
