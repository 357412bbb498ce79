"use server";
import { z } from "zod";
import { demoPeople } from "@/lib/auth/demo-people";
import { hashPassword } from "@/lib/auth/passwords";
import { createDemoUnscoped } from "@/lib/data/demo";
import { createOwnerUnscoped } from "@/lib/data/setup";
import { setupSchema } from "@/lib/schemas/setup";
import { publicAction } from "./define";

/** First run: the form signs in afterwards with what was typed, so the password never comes back from here. */
export const setupAction = publicAction(setupSchema, async ({ password, ...owner }) => {
  const passwordHash = await hashPassword(password);
  const { email } = await createOwnerUnscoped({ ...owner, passwordHash, via: "session" });
  return { email };
});

/** First run with a story. Answers the owner's sign-in, which the sign-in page of a demo shows anyway. */
export const makeDemoAction = publicAction(z.object({}), async () => {
  const people = await demoPeople();
  await createDemoUnscoped(people);
  const [{ email, password }] = people;
  return { email, password };
});
