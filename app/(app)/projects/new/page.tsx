import type { Metadata } from "next";
import { DraftList } from "@/components/plans/draft-list";
import { ImportForm } from "@/components/plans/import-form";
import { NewProjectChoices } from "@/components/projects/new-project-choices";
import { NewProjectForm } from "@/components/projects/new-project-form";
import { type Crumb, PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { createDraftAction } from "@/lib/actions/import-drafts";
import { createProjectAction } from "@/lib/actions/projects";
import { workspacePage } from "@/lib/auth/page-access";
import { listImportDrafts } from "@/lib/data/import-drafts";

export const metadata: Metadata = { title: "New project" };

const PROJECTS: Crumb = { href: "/", label: "Projects" };
const NEW: Crumb = { href: "/projects/new", label: "New project" };
const HREFS = {
  importHref: "/projects/new?start=import",
  templateHref: "/projects/new?start=template",
  emptyHref: "/projects/new?start=empty",
};

type Search = Promise<{ start?: string | string[] }>;

export default async function NewProjectPage({ searchParams }: { searchParams: Search }) {
  const access = await workspacePage("project:create");
  const { start } = await searchParams;
  if (start === "import")
    return (
      <>
        <PageHead
          title="Import a plan"
          crumbs={[PROJECTS, NEW]}
          lead="Any Markdown is accepted: headings, lists, boxes, tables. You see what was understood first."
        />
        <ImportForm createDraft={createDraftAction} />
      </>
    );
  if (start === "template" || start === "empty")
    return (
      <>
        <PageHead
          title={start === "template" ? "Start from the template" : "Start empty"}
          crumbs={[PROJECTS, NEW]}
        />
        <NewProjectForm
          start={start === "template" ? "phased-rollout" : "empty"}
          create={createProjectAction}
        />
      </>
    );
  const [drafts, clock] = await Promise.all([listImportDrafts(access), readerClock(access.actor.timeZone)]);
  return (
    <>
      <PageHead title="New project" crumbs={[PROJECTS]} lead="Begin with what you already have." />
      <NewProjectChoices {...HREFS} />
      <DraftList drafts={drafts} clock={clock} />
    </>
  );
}
