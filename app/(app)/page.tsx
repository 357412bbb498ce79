import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveWorkspace } from "@/components/live/live-updates";
import { sendLines } from "@/components/projects/portfolio-line";
import { PortfolioTable } from "@/components/projects/portfolio-table";
import { SummaryNumbers } from "@/components/projects/summary-numbers";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { workspacePage } from "@/lib/auth/page-access";
import { may } from "@/lib/data/access";
import { getPortfolio } from "@/lib/data/portfolio";
import { AppError } from "@/lib/domain/errors";
import type { PortfolioView } from "@/lib/domain/project-views";

export const metadata: Metadata = { title: "Projects" };

type Search = Promise<{ cursor?: string | string[] }>;

function leadOf({ projects, nextCursor, summary }: PortfolioView, isFirst: boolean): string {
  const count = projects.length;
  const many = !isFirst || nextCursor ? "Many rollouts" : count === 1 ? "One rollout" : `${count} rollouts`;
  const gates = summary.gatesWaitingForMe;
  if (gates === 0) return `${many}, no gate waiting for you.`;
  return `${many}, ${gates === 1 ? "one gate" : `${gates} gates`} waiting for you.`;
}

/** An address with a made-up cursor is a page that does not exist. */
function refuseCursor(error: unknown): never {
  if (error instanceof AppError && error.code === "INVALID") notFound();
  throw error;
}

export default async function PortfolioPage({ searchParams }: { searchParams: Search }) {
  const access = await workspacePage("workspace:read");
  const { cursor } = await searchParams;
  const after = typeof cursor === "string" ? cursor : null;
  const [portfolio, clock] = await Promise.all([
    getPortfolio(access, new Date(), { cursor: after }).catch(refuseCursor),
    readerClock(access.actor.timeZone),
  ]);
  const mayCreate = may(access, "project:create");
  if (portfolio.projects.length === 0 && after === null) return <NoProjects mayCreate={mayCreate} />;
  return (
    <>
      <PageHead title="Projects" lead={leadOf(portfolio, after === null)}>
        <LiveWorkspace />
        {mayCreate && <ButtonLink href="/projects/new?start=import">Import a plan</ButtonLink>}
        {mayCreate && (
          <ButtonLink look="primary" href="/projects/new">
            New project
          </ButtonLink>
        )}
      </PageHead>
      <SummaryNumbers summary={portfolio.summary} />
      <PortfolioTable lines={sendLines(portfolio)} clock={clock} />
      <nav aria-label="More projects" className="mt-4 flex flex-wrap items-center gap-2">
        {after && <ButtonLink href="/">First page</ButtonLink>}
        {portfolio.nextCursor && <ButtonLink href={`/?cursor=${portfolio.nextCursor}`}>Next page</ButtonLink>}
        <a href="/projects/archived" className="ml-auto text-small text-ink-2 hover:underline">
          Archived projects
        </a>
      </nav>
    </>
  );
}

function NoProjects({ mayCreate }: { mayCreate: boolean }) {
  return (
    <>
      <PageHead title="Projects" />
      <EmptyState
        title="No projects yet"
        actions={
          mayCreate && (
            <>
              <ButtonLink look="primary" href="/projects/new?start=import">
                Import a plan
              </ButtonLink>
              <ButtonLink href="/projects/new">Other ways to begin</ButtonLink>
            </>
          )
        }
      >
        <p>
          {mayCreate
            ? "Paste the readiness plan you already have: it becomes phases, checklists, criteria and gates."
            : "Somebody with the role Manager or above can make one."}
        </p>
      </EmptyState>
      <p className="text-center">
        <a href="/projects/archived" className="text-small text-ink-2 hover:underline">
          Archived projects
        </a>
      </p>
    </>
  );
}
