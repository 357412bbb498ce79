import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MyItemList } from "@/components/checklists/my-item-list";
import { LiveWorkspace } from "@/components/live/live-updates";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { MyWaivers } from "@/components/waivers/waiver-list";
import { workspacePage } from "@/lib/auth/page-access";
import { listMyItems } from "@/lib/data/my-items";
import { listMyWaivers } from "@/lib/data/waiver-list";
import { AppError } from "@/lib/domain/errors";
import { waiverActions } from "../waiver-actions";

export const metadata: Metadata = { title: "My work" };

type Search = Promise<{ cursor?: string | string[] }>;

/** An address with a made-up cursor is a page that does not exist. */
function refuseCursor(error: unknown): never {
  if (error instanceof AppError && error.code === "INVALID") notFound();
  throw error;
}

export default async function MyWorkPage({ searchParams }: { searchParams: Search }) {
  const access = await workspacePage("workspace:read");
  const { cursor } = await searchParams;
  const after = typeof cursor === "string" ? cursor : null;
  const now = new Date();
  const [{ items, nextCursor }, waivers, clock] = await Promise.all([
    listMyItems(access, after, now).catch(refuseCursor),
    listMyWaivers(access, now),
    readerClock(access.actor.timeZone),
  ]);
  return (
    <>
      <PageHead title="My work" lead="Open items assigned to you, in every project.">
        <LiveWorkspace />
      </PageHead>
      <MyWaivers waivers={waivers} actions={waiverActions} clock={clock} />
      <Panel label="My items">
        <MyItemList items={items} clock={clock} />
      </Panel>
      {(nextCursor || after) && (
        <nav aria-label="Pages" className="mt-4 flex gap-2">
          {after && <ButtonLink href="/my-work">First page</ButtonLink>}
          {nextCursor && <ButtonLink href={`/my-work?cursor=${nextCursor}`}>Next page</ButtonLink>}
        </nav>
      )}
    </>
  );
}
