import { AreaChanges } from "@/components/areas/area-changes";
import { SinceForm, WHOLE_PROJECT } from "@/components/areas/since-form";
import { projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { EmptyState } from "@/components/ui/empty-state";
import { Day } from "@/components/ui/time";
import { projectPage } from "@/lib/auth/page-access";
import { getAreas } from "@/lib/data/area-history";
import { addDays, dayOf, isDay } from "@/lib/domain/days";
import { readProject } from "../read-project";

interface AreasPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Partial<Record<"phase" | "since", string | string[]>>>;
}

/** How ready each area of a phase, or of the project, is, as a letter, and what moved it since a day of the reader's choice. */
export default async function AreasPage({ params, searchParams }: AreasPageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const [project, clock] = await Promise.all([readProject(access), readerClock(access.actor.timeZone)]);
  const { phases } = project;
  const now = new Date();
  const today = dayOf(now);
  const asked = singleParam(query.since);
  const since = asked && isDay(asked) && asked <= today ? asked : addDays(today, -7);
  const isWhole = singleParam(query.phase) === WHOLE_PROJECT;
  const chosen =
    phases.find(({ key }) => key === singleParam(query.phase)) ??
    phases.find(({ status }) => status === "ACTIVE") ??
    phases[0];
  const view = chosen ? await getAreas(access, isWhole ? null : chosen.key, since, now) : null;
  return (
    <ProjectFrame project={project} current="areas">
      <TabTitle>{`Areas · ${project.name}`}</TabTitle>
      {chosen && (
        <div className="mb-4">
          <SinceForm
            href={`${projectHref(slug)}/areas`}
            phases={phases}
            phase={isWhole ? WHOLE_PROJECT : chosen.key}
            since={since}
            today={today}
          />
        </div>
      )}
      <div className="panel pb-1">
        {!view || view.areas.length === 0 ? (
          <EmptyState title="Nothing is graded yet">
            Give items and criteria an area, like Security or Monitoring, and each shows here as a letter.
          </EmptyState>
        ) : (
          <section aria-label="Areas">
            <div className="section-head">
              <h2>Areas</h2>
              <span>
                {view.comparedWith ? (
                  <>
                    held against <Day day={view.comparedWith} clock={clock} />
                    {view.comparedWith > since && ", the oldest day with a score"}
                  </>
                ) : (
                  "no earlier score to hold them against"
                )}
              </span>
            </div>
            <AreaChanges slug={slug} areas={view.areas} />
          </section>
        )}
      </div>
    </ProjectFrame>
  );
}
