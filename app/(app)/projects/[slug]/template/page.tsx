import { ProjectHead } from "@/components/projects/project-head";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { TabTitle } from "@/components/shell/tab-title";
import { TemplateChanges } from "@/components/templates/template-changes";
import { ActionButton } from "@/components/ui/action-button";
import { EmptyState } from "@/components/ui/empty-state";
import { answerTemplateAction, followTemplateAction, takeOverChangeAction } from "@/lib/actions/templates";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getTemplateNews } from "@/lib/data/template-origin";
import { readProject } from "../read-project";

interface TemplatePageProps {
  params: Promise<{ slug: string }>;
}

/** What the template a project was made from says otherwise since. */
export default async function TemplatePage({ params }: TemplatePageProps) {
  const { slug } = await params;
  const access = await projectPage(slug, "project:read");
  const [project, news] = await Promise.all([
    readProject(access),
    orNotFound(getTemplateNews(access, new Date())),
  ]);
  return (
    <>
      <TabTitle>{`Template · ${project.name}`}</TabTitle>
      <ProjectHead project={project} />
      <ProjectTabs slug={slug} current="settings" />
      {news ? (
        <div className="mt-4 grid gap-4">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-72 text-ink-2">
              This project follows version {news.origin.version} of the template{" "}
              <span className="font-medium text-ink">{news.origin.title}</span>, which stands at version{" "}
              {news.origin.newest}. Take over what fits, and decide what both changed.
            </p>
            {project.may.edit && (
              <ActionButton
                action={followTemplateAction}
                input={{ projectId: project.id, version: news.origin.newest }}
              >
                All dealt with
              </ActionButton>
            )}
          </div>
          <TemplateChanges
            projectId={project.id}
            changes={news.changes}
            conflicts={news.conflicts}
            kept={news.kept}
            actions={
              project.may.edit ? { takeOver: takeOverChangeAction, answer: answerTemplateAction } : null
            }
          />
          {news.changes.length + news.conflicts.length + news.kept.length === 0 && (
            <p className="panel px-4.5 py-3 text-ink-2">Everything it changed is in this project already.</p>
          )}
        </div>
      ) : (
        <div className="panel mt-4">
          <EmptyState title="Nothing new in its template">
            A project that was made from a saved template is told here what a newer version changes.
          </EmptyState>
        </div>
      )}
    </>
  );
}
