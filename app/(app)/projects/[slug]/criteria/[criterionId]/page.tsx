import { notFound } from "next/navigation";
import { CriterionFormButton, RecordButton } from "@/components/criteria/criterion-buttons";
import { CriterionStanding } from "@/components/criteria/criterion-standing";
import { MeasurementHistory } from "@/components/criteria/measurement-history";
import { LiveUpdates } from "@/components/live/live-updates";
import { criterionHref, phaseHref, projectHref } from "@/components/phases/hrefs";
import { ArchivedNotice } from "@/components/projects/archived-notice";
import { Columns } from "@/components/shell/columns";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { TabTitle } from "@/components/shell/tab-title";
import { ActionButton } from "@/components/ui/action-button";
import { Panel, PanelHeading } from "@/components/ui/panel";
import {
  addCriterionAction,
  archiveCriterionAction,
  editCriterionAction,
  recordMeasurementAction,
  restoreCriterionAction,
} from "@/lib/actions/criteria";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getCriterionPage } from "@/lib/data/criterion-page";
import { getProjectPage } from "@/lib/data/project-page";
import { AppError } from "@/lib/domain/errors";
import { CommentPanel } from "../../comment-panel";
import { EvidencePanel } from "../../evidence-panel";

interface CriterionPageProps {
  params: Promise<{ slug: string; criterionId: string }>;
  searchParams: Promise<{ measurements?: string | string[]; comments?: string | string[] }>;
}

/** An address with a made-up cursor is a page that does not exist. */
function refuseCursor(error: unknown): never {
  if (error instanceof AppError && error.code === "INVALID") notFound();
  throw error;
}

async function read({ params, searchParams }: CriterionPageProps) {
  const [{ slug, criterionId }, query] = await Promise.all([params, searchParams]);
  const access = await projectPage(slug, "project:read");
  const now = new Date();
  const before = { measurements: singleParam(query.measurements), comments: singleParam(query.comments) };
  const [page, project, clock] = await Promise.all([
    orNotFound(getCriterionPage(access, criterionId, now, before)).catch(refuseCursor),
    getProjectPage(access, now),
    readerClock(access.actor.timeZone),
  ]);
  return { page, project, clock, before };
}

/** One success criterion: whether it is met, why, and every measurement that ever said so. */
export default async function CriterionPage(props: CriterionPageProps) {
  const { slug } = await props.params;
  const { page, project, clock, before } = await read(props);
  const { criterion, phase, archivedAt, history } = page;
  const { may, id: projectId } = project;
  const isOpen = archivedAt === null;
  const mayWork = may.work && isOpen;
  const here = criterionHref(slug, criterion.id);
  const phaseId = project.phases.find(({ key }) => key === phase?.key)?.id ?? null;
  const crumbs = [
    { href: "/", label: "Projects" },
    { href: projectHref(slug), label: project.name },
    phase
      ? { href: phaseHref(slug, phase.key, "criteria"), label: `${phase.name}, success criteria` }
      : { href: `${projectHref(slug)}/criteria`, label: "Success criteria of the project" },
  ];
  return (
    <>
      <TabTitle>{`${criterion.text} · ${project.name}`}</TabTitle>
      <PageHead title={criterion.text} crumbs={crumbs}>
        <LiveUpdates slug={slug} after={project.version} />
        {may.edit && isOpen && (
          <>
            <ActionButton
              action={archiveCriterionAction}
              input={{ projectId, criterionId: criterion.id }}
              look="quiet"
            >
              Archive
            </ActionButton>
            <CriterionFormButton
              trigger={{ label: "Edit" }}
              dialog={{
                projectId,
                phaseId,
                criterion,
                save: { add: addCriterionAction, edit: editCriterionAction },
              }}
            />
          </>
        )}
        {mayWork && (
          <RecordButton
            trigger={{ label: "Record a measurement", look: "primary" }}
            dialog={{ projectId, criterion, record: recordMeasurementAction, clock }}
          />
        )}
      </PageHead>
      {archivedAt && (
        <ArchivedNotice what="criterion" at={archivedAt} clock={clock}>
          {may.edit && (
            <ActionButton
              action={restoreCriterionAction}
              input={{ projectId, criterionId: criterion.id }}
              small
            >
              Restore
            </ActionButton>
          )}
        </ArchivedNotice>
      )}
      <Columns
        label="About this criterion"
        asideFirst
        aside={
          <>
            <CriterionStanding criterion={criterion} clock={clock} />
            <EvidencePanel
              place={{ projectId, slug, target: { criterionId: criterion.id } }}
              evidence={page.evidence}
              count={page.evidence.length}
              mayWork={mayWork}
              clock={clock}
            />
          </>
        }
      >
        <Panel label="Measurements" className="pt-3">
          <div className="px-4.5">
            <PanelHeading title="Measurements" count={criterion.measurementCount || undefined} />
          </div>
          <MeasurementHistory
            projectId={projectId}
            criterion={criterion}
            measurements={history.measurements}
            mayWork={mayWork}
            record={recordMeasurementAction}
            clock={clock}
          />
          {(history.nextCursor || before.measurements) && (
            <nav aria-label="Pages of measurements" className="flex gap-4 px-4.5 py-3 text-small">
              {before.measurements && (
                <a href={here} className="link">
                  Newest
                </a>
              )}
              {history.nextCursor && (
                <a href={`${here}?measurements=${history.nextCursor}`} className="link">
                  Older
                </a>
              )}
            </nav>
          )}
        </Panel>
        <CommentPanel
          projectId={projectId}
          target={{ criterionId: criterion.id }}
          comments={page.comments}
          count={page.comments.length}
          earlierHref={page.earlierComments && `${here}?comments=${page.earlierComments}`}
          mayWork={mayWork}
          mayRemoveAny={may.administer}
          clock={clock}
        />
      </Columns>
    </>
  );
}
