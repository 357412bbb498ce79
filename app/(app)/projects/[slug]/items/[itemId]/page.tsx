import { waiverActions } from "@/app/(app)/waiver-actions";
import { AddSubItem } from "@/components/checklists/add-sub-item";
import { ItemAsk } from "@/components/checklists/item-ask";
import { ItemFormButton } from "@/components/checklists/item-buttons";
import { ItemFacts } from "@/components/checklists/item-facts";
import { ItemHistory } from "@/components/checklists/item-history";
import { ItemStatePanel } from "@/components/checklists/item-state-panel";
import { LiveUpdates } from "@/components/live/live-updates";
import { itemHref, phaseHref, projectHref } from "@/components/phases/hrefs";
import { ArchivedNotice } from "@/components/projects/archived-notice";
import { Columns } from "@/components/shell/columns";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { ActionButton } from "@/components/ui/action-button";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { ItemWaivers } from "@/components/waivers/waiver-list";
import {
  addItemAction,
  archiveItemAction,
  editItemAction,
  moveItemAction,
  restoreItemAction,
} from "@/lib/actions/items";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getItemPage } from "@/lib/data/item-page";
import { getPlanTargets } from "@/lib/data/plan-targets";
import { getProjectPage } from "@/lib/data/project-page";
import { CommentPanel } from "../../comment-panel";
import { EvidencePanel } from "../../evidence-panel";

interface ItemPageProps {
  params: Promise<{ slug: string; itemId: string }>;
  searchParams: Promise<{ records?: string | string[]; comments?: string | string[] }>;
}

async function read({ params, searchParams }: ItemPageProps) {
  const [{ slug, itemId }, query] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const now = new Date();
  const before = { records: singleParam(query.records), comments: singleParam(query.comments) };
  const [page, project, { areas }, clock] = await Promise.all([
    orNotFound(getItemPage(access, itemId, now, before)),
    getProjectPage(access, now),
    getPlanTargets(access),
    readerClock(access.actor.timeZone),
  ]);
  return { ...page, project, areas, clock };
}

/** One item: what it asks for, whether it is done and why we think so, and what people said about it. */
export default async function ItemPage(props: ItemPageProps) {
  const { slug } = await props.params;
  const { item, earlierRecords, earlierComments, project, areas, clock } = await read(props);
  const { may, reader, people, asksVerification, id: projectId } = project;
  const isOpen = item.archivedAt === null;
  const here = itemHref(slug, item.id);
  const crumbs = [
    { href: "/", label: "Projects" },
    { href: projectHref(slug), label: project.name },
    {
      href: `${phaseHref(slug, item.phaseKey)}#item-${item.id}`,
      label: `${item.phaseName}, ${item.sectionTitle}`,
    },
    ...(item.parent ? [{ href: itemHref(slug, item.parent.id), label: item.parent.title }] : []),
  ];
  return (
    <>
      <TabTitle>{`${item.title} · ${project.name}`}</TabTitle>
      <PageHead title={item.title} crumbs={crumbs}>
        <LiveUpdates slug={slug} after={project.version} />
        {may.edit && isOpen && (
          <>
            <ActionButton action={archiveItemAction} input={{ projectId, itemId: item.id }} look="quiet">
              Archive
            </ActionButton>
            <ItemFormButton
              trigger={{ label: "Edit" }}
              dialog={{ projectId, item, people, areas, edits: { editItem: editItemAction } }}
            />
          </>
        )}
      </PageHead>
      {item.archivedAt && (
        <ArchivedNotice what="item" at={item.archivedAt} clock={clock}>
          {may.edit && (
            <ActionButton action={restoreItemAction} input={{ projectId, itemId: item.id }} small>
              Restore
            </ActionButton>
          )}
        </ArchivedNotice>
      )}
      <Columns
        label="About this item"
        aside={
          <>
            <Panel label="Facts" className="px-4.5 py-3.5">
              <ItemFacts item={item} clock={clock} />
            </Panel>
            <Panel label="History" className="grid gap-2 px-4.5 py-3">
              <PanelHeading title="History" />
              <ItemHistory
                records={item.records}
                earlierHref={earlierRecords && `${here}?records=${earlierRecords}`}
                clock={clock}
              />
            </Panel>
          </>
        }
      >
        <ItemStatePanel
          slug={slug}
          item={item}
          mayWork={may.work && isOpen}
          reordering={
            may.edit && isOpen ? { projectId, sectionId: item.sectionId, moveItem: moveItemAction } : null
          }
          reader={reader}
          people={people}
          asksVerification={asksVerification}
          clock={clock}
        />
        {may.edit && isOpen && !item.parent && (
          <AddSubItem projectId={projectId} parentId={item.id} addItem={addItemAction} />
        )}
        <ItemWaivers projectId={projectId} waivers={item.waivers} actions={waiverActions} clock={clock} />
        <ItemAsk {...item} />
        <EvidencePanel
          place={{ projectId, slug, target: { itemId: item.id } }}
          evidence={item.evidenceList}
          count={item.evidence}
          mayWork={may.work && isOpen}
          clock={clock}
        />
        <CommentPanel
          projectId={projectId}
          target={{ itemId: item.id }}
          comments={item.commentList}
          count={item.comments}
          earlierHref={earlierComments && `${here}?comments=${earlierComments}`}
          mayWork={may.work && isOpen}
          mayRemoveAny={may.administer}
          clock={clock}
        />
      </Columns>
    </>
  );
}
