"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { commentOnlySchema } from "@/lib/schemas/comments";

interface RemoveCommentProps {
  projectId: string;
  commentId: string;
  remove: ActionOf<typeof commentOnlySchema>;
}

export function RemoveComment({ projectId, commentId, remove }: RemoveCommentProps) {
  return (
    <ConfirmButton
      trigger={{ label: "Remove", name: "Remove your comment", look: "quiet", small: true }}
      dialog={{
        title: "Remove your comment?",
        description: "The audit keeps that there was one.",
        verb: "Remove",
        danger: true,
        action: () => remove({ projectId, commentId }),
      }}
    />
  );
}
