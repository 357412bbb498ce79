import { z } from "zod";
import { ROLES } from "@/lib/domain/words";
import { emailSchema, newPasswordSchema } from "./sign-in";
import { nameSchema } from "./text";
import { newTokenSchema } from "./tokens";

const roleSchema = z.enum(ROLES, `One of ${ROLES.join(", ")}.`);

/** `user create` */
export const newUserSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  role: roleSchema.default("MEMBER"),
  workspace: nameSchema.optional(),
  password: newPasswordSchema,
});

/** `token create`: options arrive as text; a token is as strong as its person unless said otherwise. */
export const tokenOptionsSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  role: roleSchema.optional(),
  days: z.coerce
    .number({ error: "A whole number of days." })
    .pipe(newTokenSchema.shape.days.unwrap())
    .optional(),
  project: z.string().optional(),
});
