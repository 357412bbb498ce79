import { CriteriaList } from "@/components/criteria/criteria-list";
import { editHref, projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import {
  addCriterionAction,
  editCriterionAction,
  moveCriterionAction,
  recordMeasurementAction,
} from "@/lib/actions/criteria";
import { projectPage } from "@/lib/auth/page-access";
import { listProjectCriteria } from "@/lib/data/project-criteria";
import { readProject } from "../read-project";

interface CriteriaPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ edit?: string | string[] }>;
}

/** The success criteria of the project as a whole: they hold up no gate, and say whether all of it worked. */
export default async function CriteriaPage({ params, searchParams }: CriteriaPageProps) {
  const [{ slug }, { edit }] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const [project, criteria, clock] = await Promise.all([
    readProject(access),
    listProjectCriteria(access, new Date()),
    readerClock(access.actor.timeZone),
  ]);
  const { may, id: projectId } = project;
  const editing = may.edit && singleParam(edit) === "1";
  const here = `${projectHref(slug)}/criteria`;
  return (
    <ProjectFrame project={project} current="criteria" edit={{ on: editing, href: editHref(here, editing) }}>
      <TabTitle>{`Success criteria · ${project.name}`}</TabTitle>
      <p className="mb-4 text-ink-2">
        What shows that the project as a whole worked. The criteria of a phase stand on its own page, and its
        gate asks for those.
      </p>
      <div className="panel pb-2">
        <CriteriaList
          projectId={projectId}
          slug={slug}
          phaseId={null}
          criteria={criteria}
          may={may}
          record={recordMeasurementAction}
          save={{ add: addCriterionAction, edit: editCriterionAction }}
          move={moveCriterionAction}
          editing={editing}
          clock={clock}
        />
      </div>
    </ProjectFrame>
  );
}
