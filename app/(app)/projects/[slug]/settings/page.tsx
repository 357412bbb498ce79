import { ProjectPeople } from "@/components/members/project-people";
import { ExportPanel } from "@/components/plans/export-panel";
import { ArchiveButton, RestoreButton } from "@/components/projects/archive-button";
import { ArchivedList } from "@/components/projects/archived-list";
import { ProjectHead } from "@/components/projects/project-head";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { SettingsForm } from "@/components/projects/settings-form";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { SaveTemplateForm } from "@/components/templates/save-template-form";
import { TemplateOriginLine } from "@/components/templates/template-origin-line";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { restoreCriterionAction } from "@/lib/actions/criteria";
import { restoreConfigurationItemAction, restoreEnvironmentAction } from "@/lib/actions/environments";
import { restoreItemAction } from "@/lib/actions/items";
import { setProjectRoleAction } from "@/lib/actions/members";
import { restorePhaseAction } from "@/lib/actions/phases";
import { archiveProjectAction, editProjectAction, restoreProjectAction } from "@/lib/actions/projects";
import { restoreRiskAction } from "@/lib/actions/risks";
import { restoreSecretAction } from "@/lib/actions/secrets";
import { restoreSectionAction } from "@/lib/actions/sections";
import { saveTemplateAction } from "@/lib/actions/templates";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { may } from "@/lib/data/access";
import { listArchived } from "@/lib/data/archived";
import { listProjectPeople } from "@/lib/data/members";
import { isImported } from "@/lib/data/plan-export";
import { getProjectSettings } from "@/lib/data/projects";
import { getTemplateOrigin } from "@/lib/data/template-origin";
import { readProject } from "../read-project";

const RESTORE = {
  item: restoreItemAction,
  section: restoreSectionAction,
  phase: restorePhaseAction,
  criterion: restoreCriterionAction,
  risk: restoreRiskAction,
  environment: restoreEnvironmentAction,
  "configuration-item": restoreConfigurationItemAction,
  secret: restoreSecretAction,
};

/** What a project is called, its rules, who may do what in it, and what was taken out of its plan. */
export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await projectPage(slug, "project:read");
  const [project, { archivedAt, ...settings }, people, archived, clock, origin, imported] = await Promise.all(
    [
      readProject(access),
      orNotFound(getProjectSettings(access)),
      listProjectPeople(access),
      listArchived(access),
      readerClock(access.actor.timeZone),
      getTemplateOrigin(access),
      isImported(access),
    ],
  );
  const mayRule = may(access, "project:create");
  const { id, name } = project;
  return (
    <>
      <TabTitle>{`Settings · ${project.name}`}</TabTitle>
      <ProjectHead project={project} />
      <ProjectTabs slug={slug} current="settings" />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        {may(access, "plan:edit") && (
          <Panel className="grid gap-4 p-4.5">
            <PanelHeading title="Project" />
            <SettingsForm projectId={id} settings={settings} mayRule={mayRule} edit={editProjectAction} />
          </Panel>
        )}
        <div className="grid gap-4">
          <Panel className="p-4.5 pb-2">
            <PanelHeading title="People" count={people.length} />
            <ProjectPeople
              projectId={id}
              people={people}
              setRole={may(access, "workspace:administer") ? setProjectRoleAction : null}
            />
          </Panel>
          <ExportPanel
            slug={slug}
            phases={project.phases}
            zone={clock.zone}
            mayEdit={project.may.edit && !archivedAt}
            isImported={imported}
          />
          {(origin || (mayRule && !archivedAt)) && (
            <Panel className="grid gap-3 p-4.5">
              <PanelHeading title="Template" />
              {origin && <TemplateOriginLine slug={slug} origin={origin} />}
              {mayRule && !archivedAt && (
                <SaveTemplateForm projectId={id} name={name} save={saveTemplateAction} />
              )}
            </Panel>
          )}
          {mayRule && (
            <Panel className="p-4.5">
              {archivedAt ? (
                <RestoreButton projectId={id} restore={restoreProjectAction} />
              ) : (
                <ArchiveButton
                  projectId={id}
                  name={name}
                  archive={archiveProjectAction}
                  restore={restoreProjectAction}
                />
              )}
            </Panel>
          )}
        </div>
      </div>
      {project.may.edit && (
        <div className="mt-4">
          <ArchivedList projectId={id} slug={slug} archived={archived} restore={RESTORE} clock={clock} />
        </div>
      )}
    </>
  );
}
