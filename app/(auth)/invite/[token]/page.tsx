import type { Metadata } from "next";
import { ROLE_WORDS } from "@/components/members/role-select";
import { Door } from "@/components/setup/door";
import { JoinForm } from "@/components/setup/join-form";
import { ButtonLink } from "@/components/ui/button";
import { joinAction } from "@/lib/actions/members";
import { findInvitationUnscoped } from "@/lib/data/invitations";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitationUnscoped(token, new Date());
  if (!invitation)
    return (
      <Door
        title="This link does not work"
        lead="It was used already, has expired, or was withdrawn. Ask the person who sent it for a new one."
      >
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </Door>
    );
  const { workspace, name, email, role } = invitation;
  return (
    <Door
      title={`Join ${workspace}`}
      lead={`You will be a ${ROLE_WORDS[role].word}: ${ROLE_WORDS[role].does}.`}
    >
      <JoinForm join={joinAction} token={token} name={name} email={email} />
    </Door>
  );
}
