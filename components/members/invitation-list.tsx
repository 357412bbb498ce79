"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { InvitationView } from "@/lib/domain/member-views";
import type { invitationIdSchema } from "@/lib/schemas/members";
import { ROLE_WORDS } from "./role-select";

interface InvitationListProps {
  invitations: InvitationView[];
  clock: ReaderClock;
  revoke: ActionOf<typeof invitationIdSchema>;
}

/** Links that can still be used. */
export function InvitationList({ invitations, clock, revoke }: InvitationListProps) {
  return (
    <ul>
      {invitations.map(({ id, name, email, role, invitedBy, expiresAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-48">
            <p className="truncate font-semibold">{name}</p>
            <p className="truncate text-fine text-ink-3">
              {email} · {ROLE_WORDS[role].word} · by {invitedBy} · until{" "}
              <Moment at={expiresAt} clock={clock} />
            </p>
          </div>
          <ConfirmButton
            trigger={{
              label: "Withdraw",
              name: `Withdraw the invitation of ${name}`,
              look: "quiet",
              small: true,
            }}
            dialog={{
              title: `Withdraw the invitation of ${name}?`,
              description: "The link stops working at once.",
              verb: "Withdraw",
              danger: true,
              action: () => revoke({ invitationId: id }),
            }}
          />
        </li>
      ))}
    </ul>
  );
}
