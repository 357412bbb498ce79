"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { CommentView } from "@/lib/domain/item-views";
import type { commentOnlySchema } from "@/lib/schemas/comments";

interface RemoveCommentProps {
  projectId: string;
  comment: CommentView;
  remove: ActionOf<typeof commentOnlySchema>;
}

export function RemoveComment({ projectId, comment, remove }: RemoveCommentProps) {
  const whose = comment.mine ? "your comment" : `the comment of ${comment.by}`;
  return (
    <ConfirmButton
      trigger={{ label: "Remove", name: `Remove ${whose}`, look: "quiet", small: true }}
      dialog={{
        title: `Remove ${whose}?`,
        description: "The audit keeps that there was one, and who removed it.",
        verb: "Remove",
        danger: true,
        action: () => remove({ projectId, commentId: comment.id }),
      }}
    />
  );
}
