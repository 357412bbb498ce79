import { MergeFileForm } from "@/components/plans/merge-file-form";
import { MergeHistory } from "@/components/plans/merge-history";
import { MergeReview } from "@/components/plans/merge-review";
import { ProjectHead } from "@/components/projects/project-head";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { ActionButton } from "@/components/ui/action-button";
import { Moment } from "@/components/ui/time";
import {
  answerMergeAction,
  discardMergeAction,
  mergeDraftAction,
  saveMergeDraftAction,
  undoMergeAction,
} from "@/lib/actions/merges";
import { projectPage } from "@/lib/auth/page-access";
import { getMergeReview } from "@/lib/data/merge-drafts";
import { listMerges } from "@/lib/data/merge-list";
import { readProject } from "../read-project";

interface UpdatePageProps {
  params: Promise<{ slug: string }>;
}

const ACTIONS = {
  answer: answerMergeAction,
  discard: discardMergeAction,
  merge: mergeDraftAction,
  undo: undoMergeAction,
};

/** A newer version of the plan: what it changes, what to decide, and what was merged before. */
export default async function UpdatePage({ params }: UpdatePageProps) {
  const { slug } = await params;
  const access = await projectPage(slug, "plan:edit");
  const [project, review, merges, clock] = await Promise.all([
    readProject(access),
    getMergeReview(access, new Date()),
    listMerges(access, { limit: 20 }),
    readerClock(access.actor.timeZone),
  ]);
  const { id: projectId } = project;
  return (
    <>
      <TabTitle>{`Update from a file · ${project.name}`}</TabTitle>
      <ProjectHead project={project} />
      <ProjectTabs slug={slug} current="settings" />
      <div className="mt-4 grid gap-4">
        <div>
          <h2 className="text-title font-semibold">Update from a file</h2>
          <p className="max-w-prose text-ink-2">
            A newer version of the plan is compared with the last import and with what the project says now.
            Ticks, evidence, comments and sign-offs stay; what is gone from the file is archived.
          </p>
        </div>
        {review ? (
          <>
            <p>
              <span className="font-medium">{review.name}</span>
              <span className="text-ink-3">
                , brought <Moment at={review.createdAt} clock={clock} />
              </span>
            </p>
            {review.preview ? (
              <MergeReview
                key={review.createdAt}
                projectId={projectId}
                preview={review.preview}
                answers={review.answers}
                actions={ACTIONS}
              />
            ) : (
              <div className="panel grid justify-items-start gap-2 px-4.5 py-3">
                <p role="alert">{review.refusal?.message}</p>
                <ActionButton action={discardMergeAction} input={{ projectId }}>
                  Throw the file away
                </ActionButton>
              </div>
            )}
          </>
        ) : (
          <MergeFileForm projectId={projectId} save={saveMergeDraftAction} />
        )}
        <MergeHistory projectId={projectId} merges={merges.data} undo={undoMergeAction} clock={clock} />
      </div>
    </>
  );
}
