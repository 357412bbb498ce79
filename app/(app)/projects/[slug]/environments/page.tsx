import { HistoryPanel } from "@/components/activity/history-panel";
import {
  ConfigurationItemFormButton,
  EnvironmentFormButton,
} from "@/components/environments/environment-buttons";
import { CompareForm, EnvironmentDifferences } from "@/components/environments/environment-differences";
import { MatrixCells } from "@/components/environments/matrix-cells";
import { ProblemList } from "@/components/environments/problem-list";
import { editHref, projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { EmptyState } from "@/components/ui/empty-state";
import {
  addConfigurationItemAction,
  addEnvironmentAction,
  archiveConfigurationItemAction,
  archiveEnvironmentAction,
  editCellAction,
  editConfigurationItemAction,
  editEnvironmentAction,
  moveConfigurationItemAction,
  moveEnvironmentAction,
  restoreConfigurationItemAction,
  restoreEnvironmentAction,
  verifyCellAction,
} from "@/lib/actions/environments";
import { projectPage } from "@/lib/auth/page-access";
import { getActivity } from "@/lib/data/activity";
import { getMatrix } from "@/lib/data/environments";
import { cellProblems } from "@/lib/domain/environments";
import { readProject } from "../read-project";

interface EnvironmentsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Partial<Record<"edit" | "from" | "to", string | string[]>>>;
}

const ENVIRONMENTS = {
  add: addEnvironmentAction,
  edit: editEnvironmentAction,
  move: moveEnvironmentAction,
  archive: archiveEnvironmentAction,
  restore: restoreEnvironmentAction,
};

const ITEMS = {
  add: addConfigurationItemAction,
  edit: editConfigurationItemAction,
  move: moveConfigurationItemAction,
  archive: archiveConfigurationItemAction,
  restore: restoreConfigurationItemAction,
};

const CELLS = { edit: editCellAction, verify: verifyCellAction };
const HISTORY = { targetTypes: ["environment", "configuration-item"], size: 20 };

/** The environment matrix: what each environment has, what is mocked, what is missing, and who looked. */
export default async function EnvironmentsPage({ params, searchParams }: EnvironmentsPageProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const [project, matrix, history, clock] = await Promise.all([
    readProject(access),
    getMatrix(access),
    getActivity(access, null, HISTORY),
    readerClock(access.actor.timeZone),
  ]);
  const { may, id: projectId } = project;
  const editing = may.edit && singleParam(query.edit) === "1";
  const here = `${projectHref(slug)}/environments`;
  const problems = cellProblems(matrix);
  const named = (param: "from" | "to") =>
    matrix.environments.find(({ id }) => id === singleParam(query[param])) ?? null;
  const [from, to] = [named("from"), named("to")];
  const compared = from && to && from.id !== to.id ? { from, to } : null;
  const addButtons = may.edit && (
    <>
      <EnvironmentFormButton
        trigger={{ label: "Add an environment", icon: "plus" }}
        dialog={{ projectId, edits: ENVIRONMENTS }}
      />
      {matrix.environments.length > 0 && (
        <ConfigurationItemFormButton
          trigger={{ label: "Add a configuration item", icon: "plus" }}
          dialog={{ projectId, edits: ITEMS }}
        />
      )}
    </>
  );
  const isEmpty = matrix.environments.length === 0 || matrix.items.length === 0;
  return (
    <ProjectFrame
      project={project}
      current="environments"
      edit={{ on: editing, href: editHref(here, editing) }}
    >
      <TabTitle>{`Environments · ${project.name}`}</TabTitle>
      <ProblemList problems={problems} />
      {!isEmpty && (
        <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
          <CompareForm href={here} matrix={matrix} compared={compared} />
          <div className="flex flex-wrap gap-2">{addButtons}</div>
        </div>
      )}
      <div className="grid gap-4">
        {compared && <EnvironmentDifferences matrix={matrix} compared={compared} />}
        <div className="panel overflow-hidden">
          {isEmpty && (
            <EmptyState
              title={matrix.environments.length === 0 ? "No environments" : "No configuration items"}
              actions={addButtons}
            >
              Environments are the columns, what is configured in them the rows: mocked, live or missing, and
              verified by whom. A plan with a table of environments fills this.
            </EmptyState>
          )}
          {(!isEmpty || (editing && matrix.environments.length > 0)) && (
            <MatrixCells
              projectId={projectId}
              matrix={matrix}
              problems={problems}
              mayWork={may.work}
              editing={editing ? { environments: ENVIRONMENTS, items: ITEMS } : null}
              edits={CELLS}
              clock={clock}
            />
          )}
        </div>
        <HistoryPanel slug={slug} history={history} clock={clock} />
      </div>
    </ProjectFrame>
  );
}
