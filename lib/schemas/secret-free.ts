import type { z } from "zod";
import { looksLikeSecretValue, secretValueRefusal } from "@/lib/domain/secret-values";

/**
 * The same text, refused when it looks like the value of a secret. The message does not repeat it, and nothing behind
 * the door sees it: neither the database nor an audit event nor the log.
 */
export const secretFree = <S extends z.ZodType<string | null>>(schema: S) =>
  schema.superRefine((text, context) => {
    const kind = text === null ? null : looksLikeSecretValue(text);
    if (kind) context.addIssue({ code: "custom", message: secretValueRefusal(kind) });
  });
