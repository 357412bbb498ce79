import { signIn } from "next-auth/react";
import type { ActionResult } from "@/lib/domain/action-result";

const refused = (message: string, code: "SIGN_IN" | "UNAVAILABLE"): ActionResult<null> => ({
  ok: false,
  error: { code, message },
});

/** Signs this browser in. The refusal does not tell which of the two was wrong. */
export async function signInWith(input: { email: string; password: string }): Promise<ActionResult<null>> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const answer = await signIn("credentials", { ...input, timeZone, redirect: false });
  if (answer?.ok && !answer.error) return { ok: true, value: null };
  return answer?.error === "CredentialsSignin"
    ? refused("E-mail address and password do not belong together. Check both and try again.", "SIGN_IN")
    : refused("Signing in did not work just now. Try again in a moment.", "UNAVAILABLE");
}

/** Everything that was loaded belongs to the person before, so the page is loaded anew. */
export const goOn = (path: string): void => location.assign(path);
