import type { Metadata } from "next";
import { InvitationList } from "@/components/members/invitation-list";
import { InviteButton } from "@/components/members/invite-button";
import { MemberList } from "@/components/members/member-list";
import { OtherSessionsButton } from "@/components/members/other-sessions-button";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { Panel, PanelHeading } from "@/components/ui/panel";
import {
  changeMemberRoleAction,
  endOtherSessionsAction,
  inviteMemberAction,
  removeMemberAction,
  revokeInvitationAction,
} from "@/lib/actions/members";
import { workspacePage } from "@/lib/auth/page-access";
import { may, openWorkspace } from "@/lib/data/access";
import { listInvitations } from "@/lib/data/invitations";
import { listMembers } from "@/lib/data/members";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const access = await workspacePage("workspace:read");
  const administers = may(access, "workspace:administer");
  const [members, invitations, clock] = await Promise.all([
    listMembers(access),
    administers ? listInvitations(openWorkspace(access.actor, "workspace:administer"), new Date()) : [],
    readerClock(access.actor.timeZone),
  ]);
  return (
    <>
      <PageHead
        title="Members"
        lead="Everybody here reads every project. What else they may do is their role."
      >
        <OtherSessionsButton endOthers={endOtherSessionsAction} />
        {administers && (
          <InviteButton
            trigger={{ label: "Invite a person", look: "primary" }}
            dialog={{ invite: inviteMemberAction }}
          />
        )}
      </PageHead>
      <div className="grid gap-4">
        <Panel className="px-4.5 pt-3 pb-1">
          <PanelHeading title="People" count={members.length} />
          <MemberList
            members={members}
            clock={clock}
            actions={administers ? { changeRole: changeMemberRoleAction, remove: removeMemberAction } : null}
          />
        </Panel>
        {invitations.length > 0 && (
          <Panel className="px-4.5 pt-3 pb-1">
            <PanelHeading title="Open invitations" count={invitations.length} />
            <InvitationList invitations={invitations} clock={clock} revoke={revokeInvitationAction} />
          </Panel>
        )}
      </div>
    </>
  );
}
