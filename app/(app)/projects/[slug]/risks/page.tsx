import { HistoryPanel } from "@/components/activity/history-panel";
import { editHref, projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { RiskFormButton } from "@/components/risks/risk-buttons";
import { RiskList } from "@/components/risks/risk-list";
import { SeverityMatrix } from "@/components/risks/severity-matrix";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { EmptyState } from "@/components/ui/empty-state";
import {
  acceptRiskAction,
  addRiskAction,
  archiveRiskAction,
  editRiskAction,
  moveRiskAction,
  restoreRiskAction,
} from "@/lib/actions/risks";
import { projectPage } from "@/lib/auth/page-access";
import { getActivity } from "@/lib/data/activity";
import { listRisks } from "@/lib/data/risks";
import { readProject } from "../read-project";

interface RisksPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ edit?: string | string[] }>;
}

const EDITS = {
  add: addRiskAction,
  edit: editRiskAction,
  accept: acceptRiskAction,
  move: moveRiskAction,
  archive: archiveRiskAction,
  restore: restoreRiskAction,
};
const HISTORY = { targetTypes: ["risk"], size: 20 };

/** What could go wrong, how bad it would be, and what becomes of it. */
export default async function RisksPage({ params, searchParams }: RisksPageProps) {
  const [{ slug }, { edit }] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const [project, risks, history, clock] = await Promise.all([
    readProject(access),
    listRisks(access, new Date()),
    getActivity(access, null, HISTORY),
    readerClock(access.actor.timeZone),
  ]);
  const { may, people, id: projectId } = project;
  const editing = may.edit && singleParam(edit) === "1";
  const here = `${projectHref(slug)}/risks`;
  const addButton = may.edit && (
    <RiskFormButton
      trigger={{ label: "Add a risk", icon: "plus" }}
      dialog={{ projectId, people, edits: EDITS }}
    />
  );
  return (
    <ProjectFrame project={project} current="risks" edit={{ on: editing, href: editHref(here, editing) }}>
      <TabTitle>{`Risks · ${project.name}`}</TabTitle>
      <div className="grid gap-4">
        {risks.length > 0 && <div className="flex justify-end">{addButton}</div>}
        {risks.length > 0 && <SeverityMatrix risks={risks} />}
        <div className="panel pb-2">
          {risks.length === 0 ? (
            <EmptyState title="No risks listed" actions={addButton}>
              What could go wrong, how likely and how bad it is, and what is done about it. A high risk that
              is open holds up every gate until it is mitigated, closed or accepted.
            </EmptyState>
          ) : (
            <RiskList
              projectId={projectId}
              risks={risks}
              people={people}
              may={may}
              edits={EDITS}
              editing={editing}
              clock={clock}
            />
          )}
        </div>
        <HistoryPanel slug={slug} history={history} clock={clock} />
      </div>
    </ProjectFrame>
  );
}
