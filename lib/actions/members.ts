"use server";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/passwords";
import { acceptInvitationUnscoped, inviteMember, revokeInvitation } from "@/lib/data/invitations";
import { changeMemberRole, removeMember, setProjectRole } from "@/lib/data/members";
import { endOtherSessions } from "@/lib/data/sessions";
import {
  invitationIdSchema,
  inviteSchema,
  joinSchema,
  memberIdSchema,
  memberRoleSchema,
  projectRoleSchema,
} from "@/lib/schemas/members";
import { projectAction, publicAction, workspaceAction } from "./define";

export const inviteMemberAction = workspaceAction("workspace:administer", inviteSchema, inviteMember);
export const revokeInvitationAction = workspaceAction(
  "workspace:administer",
  invitationIdSchema,
  revokeInvitation,
);
export const changeMemberRoleAction = workspaceAction(
  "workspace:administer",
  memberRoleSchema,
  changeMemberRole,
);
export const removeMemberAction = workspaceAction("workspace:administer", memberIdSchema, removeMember);
export const setProjectRoleAction = projectAction("workspace:administer", projectRoleSchema, setProjectRole);

export const endOtherSessionsAction = workspaceAction("workspace:read", z.object({}), async (access) => ({
  ended: await endOtherSessions(access),
}));

export const joinAction = publicAction(joinSchema, async ({ token, name, password }) =>
  acceptInvitationUnscoped({ token, name, passwordHash: await hashPassword(password) }),
);
