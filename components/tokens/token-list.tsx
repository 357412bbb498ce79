"use client";
import { ROLE_WORDS } from "@/components/members/role-select";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { TokenView } from "@/lib/domain/member-views";
import type { tokenIdSchema } from "@/lib/schemas/tokens";

interface TokenListProps {
  tokens: TokenView[];
  clock: ReaderClock;
  revoke: ActionOf<typeof tokenIdSchema>;
}

/** Tokens that still work. */
export function TokenList({ tokens, clock, revoke }: TokenListProps) {
  return (
    <ul>
      {tokens.map((token) => (
        <li
          key={token.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="truncate font-semibold">
              {token.name} <code className="font-normal text-ink-3">{token.hint}…</code>
            </p>
            <p className="text-fine text-ink-3">
              {token.isMine ? "Yours" : token.person} · {ROLE_WORDS[token.role].word} ·{" "}
              {token.project ? `only ${token.project.name}` : "every project"} · until{" "}
              <Moment at={token.expiresAt} clock={clock} /> ·{" "}
              {token.lastUsedAt ? (
                <>
                  used <Moment at={token.lastUsedAt} clock={clock} />
                </>
              ) : (
                "never used"
              )}
            </p>
          </div>
          <ConfirmButton
            trigger={{ label: "Revoke", name: `Revoke ${token.name}`, look: "quiet", small: true }}
            dialog={{
              title: `Revoke ${token.name}?`,
              description: "Whatever uses it is refused from now on. This cannot be undone.",
              verb: "Revoke",
              danger: true,
              action: () => revoke({ tokenId: token.id }),
            }}
          />
        </li>
      ))}
    </ul>
  );
}
