import { CommentList, type CommentTarget } from "@/components/comments/comment-list";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import { addCommentAction, removeCommentAction } from "@/lib/actions/comments";
import type { CommentView } from "@/lib/domain/item-views";

interface CommentPanelProps {
  projectId: string;
  target: CommentTarget;
  comments: CommentView[];
  count: number;
  /** the page with older ones; null: there are none */
  earlierHref: string | null;
  mayWork: boolean;
  mayRemoveAny: boolean;
  clock: ReaderClock;
}

/** The comments on an item or a criterion. */
export function CommentPanel({ count, earlierHref, ...list }: CommentPanelProps) {
  return (
    <Panel label="Comments" className="grid gap-3 px-4.5 py-3">
      <PanelHeading title="Comments" count={count || undefined} />
      {earlierHref && (
        <a href={earlierHref} className="link text-small">
          Show earlier comments
        </a>
      )}
      <CommentList {...list} add={addCommentAction} remove={removeCommentAction} />
    </Panel>
  );
}
