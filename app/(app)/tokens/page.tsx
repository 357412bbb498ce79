import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { NewTokenButton } from "@/components/tokens/new-token-button";
import { TokenList } from "@/components/tokens/token-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { createTokenAction, revokeTokenAction } from "@/lib/actions/tokens";
import { workspacePage } from "@/lib/auth/page-access";
import { may } from "@/lib/data/access";
import { listProjectNames } from "@/lib/data/projects";
import { listTokens } from "@/lib/data/tokens";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const access = await workspacePage("token:own");
  const [tokens, projects, clock] = await Promise.all([
    listTokens(access, new Date()),
    listProjectNames(access),
    readerClock(access.actor.timeZone),
  ]);
  return (
    <>
      <PageHead
        title="Tokens"
        lead={
          may(access, "workspace:administer")
            ? "For scripts and pipelines. You see everybody’s."
            : "For scripts and pipelines that act in your name."
        }
      >
        <NewTokenButton
          trigger={{ label: "New token", look: "primary" }}
          dialog={{ create: createTokenAction, strongest: access.role, projects }}
        />
      </PageHead>
      <Panel className="px-4.5 pt-3 pb-1">
        <PanelHeading title="Tokens that work" count={tokens.length} />
        {tokens.length === 0 ? (
          <EmptyState title="No tokens">
            <p>
              With one, a pipeline records measurements and asks <code>gate check</code> whether it may go on.
            </p>
          </EmptyState>
        ) : (
          <TokenList tokens={tokens} clock={clock} revoke={revokeTokenAction} />
        )}
      </Panel>
    </>
  );
}
