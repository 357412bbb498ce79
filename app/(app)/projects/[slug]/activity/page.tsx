import { ActivityList } from "@/components/activity/activity-list";
import { projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { Panel } from "@/components/ui/panel";
import { projectPage } from "@/lib/auth/page-access";
import { getActivity } from "@/lib/data/activity";
import { readProject } from "../read-project";

interface ActivityPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

/** What was done in a project, newest first. */
export default async function ActivityPage({ params, searchParams }: ActivityPageProps) {
  const [{ slug }, { before }] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const cursor = typeof before === "string" && before !== "" ? before : null;
  const [clock, project, { entries, nextCursor }] = await Promise.all([
    readerClock(access.actor.timeZone),
    readProject(access),
    // a cursor that is none shows the newest, as the address without it does
    getActivity(access, cursor).catch(() => getActivity(access)),
  ]);
  const here = `${projectHref(slug)}/activity`;
  return (
    <ProjectFrame project={project} current="activity">
      <TabTitle>{`Activity · ${project.name}`}</TabTitle>
      <Panel label="Activity">
        <ActivityList
          entries={entries}
          clock={clock}
          olderHref={nextCursor && `${here}?before=${encodeURIComponent(nextCursor)}`}
        />
      </Panel>
    </ProjectFrame>
  );
}
