import { z } from "zod";

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** Longer passwords are refused before they are hashed: argon2id of a megabyte is a cheap way to keep a server busy. */
export const PASSWORD_MAX = 200;
export const PASSWORD_MIN = 10;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "At most 254 characters.")
  .pipe(z.email("An e-mail address, like ana@example.org."));

export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, `At least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, `At most ${PASSWORD_MAX} characters.`);

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(PASSWORD_MAX),
  /** the browser's IANA zone; an odd one is left out, so that it never stands in the way of signing in */
  timeZone: z.string().max(64).refine(isTimeZone).optional().catch(undefined),
});
