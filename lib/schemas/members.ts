import { z } from "zod";
import { ROLES } from "@/lib/domain/words";
import { emailSchema, newPasswordSchema } from "./sign-in";
import { nameSchema } from "./text";

const roleSchema = z.enum(ROLES, `One of ${ROLES.join(", ")}.`);
const memberId = z.uuid("The id of a member.");

export const inviteSchema = z.object({ name: nameSchema, email: emailSchema, role: roleSchema });

export const invitationIdSchema = z.object({ invitationId: z.uuid("The id of an invitation.") });

/** The page behind an invitation's link. */
export const joinSchema = z.object({
  token: z.string().min(1).max(200),
  name: nameSchema,
  password: newPasswordSchema,
});

export const memberIdSchema = z.object({ memberId });

export const memberRoleSchema = z.object({ memberId, role: roleSchema });

/** `role` null: back to the person's role in the workspace. */
export const projectRoleSchema = z.object({
  projectId: z.uuid("The id of a project."),
  memberId,
  role: roleSchema.nullable(),
});

export type InviteInput = z.output<typeof inviteSchema>;
