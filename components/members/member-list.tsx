"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Avatar } from "@/components/ui/avatar";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Select } from "@/components/ui/select";
import { notify, requestRefresh } from "@/components/ui/signals";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { MemberView } from "@/lib/domain/member-views";
import { ROLES, type Role } from "@/lib/domain/words";
import type { memberIdSchema, memberRoleSchema } from "@/lib/schemas/members";
import { ROLE_WORDS } from "./role-select";

export interface MemberActions {
  changeRole: ActionOf<typeof memberRoleSchema>;
  remove: ActionOf<typeof memberIdSchema>;
}

interface MemberListProps {
  members: MemberView[];
  clock: ReaderClock;
  /** null for readers who do not administer the workspace */
  actions: MemberActions | null;
}

/** The people of a workspace. A role takes effect with the person's next click. */
export function MemberList({ members, clock, actions }: MemberListProps) {
  return (
    <ul>
      {members.map((member) => (
        <li
          key={member.memberId}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0"
        >
          <Avatar name={member.name} />
          <div className="min-w-0 flex-1 basis-48">
            <p className="truncate font-semibold">
              {member.name}
              {member.isMe && <span className="font-normal text-ink-3"> (you)</span>}
            </p>
            <p className="truncate text-fine text-ink-3">
              {member.email || (
                <>
                  joined <Moment at={member.joinedAt} clock={clock} />
                </>
              )}
              {member.signedInAt && (
                <>
                  {" · signed in "}
                  <Moment at={member.signedInAt} clock={clock} />
                </>
              )}
            </p>
          </div>
          {actions ? (
            <MemberControls key={member.role} member={member} actions={actions} />
          ) : (
            <span className="text-ink-2">{ROLE_WORDS[member.role].word}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function MemberControls({ member, actions }: { member: MemberView; actions: MemberActions }) {
  const { memberId, name, role } = member;
  const change = async (select: HTMLSelectElement) => {
    const wished = ROLES.find((candidate) => candidate === select.value);
    if (!wished) return;
    const result = await actions.changeRole({ memberId, role: wished }).catch(() => null);
    if (result?.ok) {
      notify({ text: `${name} is ${ROLE_WORDS[wished].word} now.`, undo: () => void putBack(role) });
      return requestRefresh();
    }
    select.value = role;
    notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
  };
  const putBack = async (before: Role) => {
    await actions.changeRole({ memberId, role: before });
    requestRefresh();
  };
  return (
    <>
      <Select
        aria-label={`Role of ${name}`}
        className="w-auto"
        defaultValue={role}
        onChange={(event) => void change(event.currentTarget)}
      >
        {ROLES.map((option) => (
          <option key={option} value={option}>
            {ROLE_WORDS[option].word}
          </option>
        ))}
      </Select>
      <ConfirmButton
        trigger={{ label: "Remove", name: `Remove ${name}`, look: "quiet", small: true }}
        dialog={{
          title: member.isMe ? "Remove yourself?" : `Remove ${name}?`,
          description: member.isMe
            ? "You are signed out and your tokens end at once. What you did stays, under your name. An admin can invite you again."
            : "Their sessions and tokens end at once. What they did stays, under their name. They can be invited again.",
          verb: "Remove",
          danger: true,
          action: () => actions.remove({ memberId }),
        }}
      />
    </>
  );
}
