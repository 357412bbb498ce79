import type { Metadata } from "next";
import { after } from "next/server";
import { DraftList } from "@/components/plans/draft-list";
import { ImportForm } from "@/components/plans/import-form";
import { NewProjectChoices } from "@/components/projects/new-project-choices";
import { NewProjectForm } from "@/components/projects/new-project-form";
import { type Crumb, PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { TemplateCatalogue } from "@/components/templates/template-catalogue";
import { createDraftAction, readAheadAction } from "@/lib/actions/import-drafts";
import { createProjectAction } from "@/lib/actions/projects";
import { archiveTemplateAction, restoreTemplateAction } from "@/lib/actions/templates";
import { workspacePage } from "@/lib/auth/page-access";
import { listImportDrafts } from "@/lib/data/import-drafts";
import { warmReading } from "@/lib/data/parsed-plans";
import { listTemplates } from "@/lib/data/templates";
import { StartFromTemplate } from "./start-from-template";

export const metadata: Metadata = { title: "New project" };

const PROJECTS: Crumb = { href: "/", label: "Projects" };
const NEW: Crumb = { href: "/projects/new", label: "New project" };
const HREFS = {
  importHref: "/projects/new?start=import",
  templateHref: "/projects/new?start=templates",
  emptyHref: "/projects/new?start=empty",
};

type Search = Promise<{ start?: string | string[] }>;

export default async function NewProjectPage({ searchParams }: { searchParams: Search }) {
  const access = await workspacePage("project:create");
  const { start } = await searchParams;
  if (start === undefined || start === "import") after(warmReading);
  if (start === "import")
    return (
      <>
        <PageHead
          title="Import a plan"
          crumbs={[PROJECTS, NEW]}
          lead="Any Markdown is accepted: headings, lists, boxes, tables. You see what was understood first."
        />
        <ImportForm createDraft={createDraftAction} readAhead={readAheadAction} />
      </>
    );
  if (start === "empty")
    return (
      <>
        <PageHead title="Start empty" crumbs={[PROJECTS, NEW]} />
        <NewProjectForm start={start} create={createProjectAction} />
      </>
    );
  const clock = await readerClock(access.actor.timeZone);
  if (start === "templates")
    return (
      <>
        <PageHead
          title="Start from a template"
          crumbs={[PROJECTS, NEW]}
          lead="You see what it holds before a project is made, and can change all of it afterwards."
        />
        <TemplateCatalogue
          templates={await listTemplates(access)}
          clock={clock}
          archive={archiveTemplateAction}
          restore={restoreTemplateAction}
        />
      </>
    );
  if (typeof start === "string" && start !== "")
    return (
      <StartFromTemplate
        access={access}
        templateKey={start}
        crumbs={[PROJECTS, NEW, { href: HREFS.templateHref, label: "Templates" }]}
      />
    );
  const drafts = await listImportDrafts(access);
  return (
    <>
      <PageHead title="New project" crumbs={[PROJECTS]} lead="Begin with what you already have." />
      <NewProjectChoices {...HREFS} />
      <DraftList drafts={drafts} clock={clock} />
    </>
  );
}
