import type { ActionOf } from "@/components/ui/action-of";
import { Avatar } from "@/components/ui/avatar";
import { Prose } from "@/components/ui/markdown";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { CommentView } from "@/lib/domain/item-views";
import type { addCommentSchema, commentOnlySchema } from "@/lib/schemas/comments";
import { CommentForm } from "./comment-form";
import { RemoveComment } from "./remove-comment";

export type CommentTarget = { itemId: string } | { criterionId: string };

interface CommentListProps {
  projectId: string;
  target: CommentTarget;
  comments: CommentView[];
  mayWork: boolean;
  /** also what others said, as an admin */
  mayRemoveAny: boolean;
  add: ActionOf<typeof addCommentSchema>;
  remove: ActionOf<typeof commentOnlySchema>;
  clock: ReaderClock;
}

/** What people said, oldest first, and the box to say something. */
export function CommentList(props: CommentListProps) {
  const { projectId, target, comments, mayWork, mayRemoveAny, add, remove, clock } = props;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      {comments.length === 0 && <p className="text-small text-ink-2">Nobody has said anything yet.</p>}
      <ul className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        {comments.map((comment) => (
          <li key={comment.id} className="flex gap-3">
            <Avatar name={comment.by} />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{comment.by}</span>
                <span className="text-fine text-ink-3">
                  <Moment at={comment.createdAt} clock={clock} />
                </span>
                {mayWork && (comment.mine || mayRemoveAny) && (
                  <RemoveComment projectId={projectId} comment={comment} remove={remove} />
                )}
              </div>
              <Prose text={comment.body} />
            </div>
          </li>
        ))}
      </ul>
      {mayWork && <CommentForm projectId={projectId} target={target} add={add} />}
    </div>
  );
}
