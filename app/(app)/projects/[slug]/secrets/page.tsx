import { HistoryPanel } from "@/components/activity/history-panel";
import { editHref, projectHref } from "@/components/phases/hrefs";
import { ProjectFrame } from "@/components/projects/project-frame";
import { SecretFormButton } from "@/components/secrets/secret-buttons";
import { SecretList } from "@/components/secrets/secret-list";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { EmptyState } from "@/components/ui/empty-state";
import {
  addSecretAction,
  archiveSecretAction,
  editSecretAction,
  moveSecretAction,
  recordRotationAction,
  restoreSecretAction,
} from "@/lib/actions/secrets";
import { projectPage } from "@/lib/auth/page-access";
import { getActivity } from "@/lib/data/activity";
import { listSecrets } from "@/lib/data/secrets";
import { readProject } from "../read-project";

interface SecretsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ edit?: string | string[] }>;
}

const EDITS = {
  add: addSecretAction,
  edit: editSecretAction,
  rotated: recordRotationAction,
  move: moveSecretAction,
  archive: archiveSecretAction,
  restore: restoreSecretAction,
};
const HISTORY = { targetTypes: ["secret"], size: 20 };

/** The inventory of secrets. */
export default async function SecretsPage({ params, searchParams }: SecretsPageProps) {
  const [{ slug }, { edit }] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const [project, secrets, history, clock] = await Promise.all([
    readProject(access),
    listSecrets(access, new Date()),
    getActivity(access, null, HISTORY),
    readerClock(access.actor.timeZone),
  ]);
  const { may, id: projectId } = project;
  const editing = may.edit && singleParam(edit) === "1";
  const here = `${projectHref(slug)}/secrets`;
  const addButton = may.edit && (
    <SecretFormButton
      trigger={{ label: "Add a secret", icon: "plus" }}
      dialog={{ projectId, edits: EDITS }}
    />
  );
  return (
    <ProjectFrame project={project} current="secrets" edit={{ on: editing, href: editHref(here, editing) }}>
      <TabTitle>{`Secrets · ${project.name}`}</TabTitle>
      <div className="grid gap-4">
        {secrets.length > 0 && <div className="flex justify-end">{addButton}</div>}
        <div className="panel pb-2">
          {secrets.length === 0 ? (
            <EmptyState title="No secrets listed" actions={addButton}>
              Which secrets there are, who looks after each, where it lies and when it is due for rotation. A
              plan with a table of secrets fills this. Values are never kept.
            </EmptyState>
          ) : (
            <SecretList
              projectId={projectId}
              secrets={secrets}
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
