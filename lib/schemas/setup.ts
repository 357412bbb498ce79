import { z } from "zod";
import { ROLES } from "@/lib/domain/words";
import { emailSchema, newPasswordSchema } from "./sign-in";
import { nameSchema } from "./text";

/** The first-run form: who owns this server, and what their workspace is called. */
export const setupSchema = z.object({
  workspaceName: nameSchema,
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});

/** The people of a demo as its workspace keeps them: in a demo their passwords are shown on the sign-in page. */
export const demoSignInsSchema = z.array(
  z.object({ name: z.string(), email: z.string(), role: z.enum(ROLES), password: z.string() }),
);
export type DemoSignIn = z.output<typeof demoSignInsSchema>[number];
