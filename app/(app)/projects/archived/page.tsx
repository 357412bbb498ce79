import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import { workspacePage } from "@/lib/auth/page-access";
import { listArchivedProjects } from "@/lib/data/projects";

export const metadata: Metadata = { title: "Archived projects" };

export default async function ArchivedProjectsPage() {
  const access = await workspacePage("workspace:read");
  const [projects, clock] = await Promise.all([
    listArchivedProjects(access),
    readerClock(access.actor.timeZone),
  ]);
  return (
    <>
      <PageHead
        title="Archived projects"
        crumbs={[{ href: "/", label: "Projects" }]}
        lead="Nothing in them is lost. A manager restores one in its settings."
      />
      <Panel label="Archived projects" className="px-4.5">
        {projects.length === 0 && <EmptyState title="Nothing is archived" />}
        <ul>
          {projects.map(({ id, slug, name, archivedAt }) => (
            <li key={id} className="flex flex-wrap gap-x-3 border-t border-line py-2.5 first:border-t-0">
              <a
                href={`/projects/${slug}/settings`}
                className="min-w-0 flex-1 truncate font-medium hover:underline"
              >
                {name}
              </a>
              <span className="text-ink-3">
                archived <Moment at={archivedAt} clock={clock} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
