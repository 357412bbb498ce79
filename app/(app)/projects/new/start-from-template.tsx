import { NewProjectForm } from "@/components/projects/new-project-form";
import { type Crumb, PageHead } from "@/components/shell/page-head";
import { heldInWords } from "@/components/templates/count-words";
import { TemplatePreview } from "@/components/templates/template-preview";
import { Panel } from "@/components/ui/panel";
import { createProjectAction } from "@/lib/actions/projects";
import { orNotFound } from "@/lib/auth/page-access";
import type { WorkspaceAccess } from "@/lib/data/access";
import { getTemplate } from "@/lib/data/templates";

interface StartFromTemplateProps {
  access: WorkspaceAccess;
  templateKey: string;
  crumbs: Crumb[];
}

/** A template as a whole, and the name of the project to be made from it. */
export async function StartFromTemplate({ access, templateKey, crumbs }: StartFromTemplateProps) {
  const { key, title, summary, version, isBuiltIn, plan, holds } = await orNotFound(
    getTemplate(access, templateKey),
  );
  return (
    <>
      <PageHead title={title} crumbs={crumbs} lead={summary} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Panel label="New project" className="grid gap-4 p-4.5 lg:sticky lg:top-18 lg:order-last">
          <NewProjectForm start={key} create={createProjectAction} />
          <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-small text-ink-2 lg:grid">
            {!isBuiltIn && <li>Version {version}</li>}
            {heldInWords(holds).map((words) => (
              <li key={words} className="num">
                {words}
              </li>
            ))}
          </ul>
        </Panel>
        <section aria-label="What the template holds">
          {plan.description && <p className="mb-3 max-w-[70ch] text-ink-2">{plan.description}</p>}
          <TemplatePreview plan={plan} />
        </section>
      </div>
    </>
  );
}
