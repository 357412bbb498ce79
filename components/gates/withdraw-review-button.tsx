"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { withdrawReviewSchema } from "@/lib/schemas/reviews";

export type WithdrawReview = ActionOf<typeof withdrawReviewSchema>;

interface WithdrawReviewButtonProps {
  projectId: string;
  reviewId: string;
  withdraw: WithdrawReview;
}

/** Ends a review without a decision; for who requested it and for who decides. */
export function WithdrawReviewButton({ projectId, reviewId, withdraw }: WithdrawReviewButtonProps) {
  return (
    <ConfirmButton
      trigger={{ label: "Withdraw review" }}
      dialog={{
        title: "Withdraw this review?",
        description: "Nothing is decided by it. The policy frozen into the review is given up with it.",
        verb: "Withdraw",
        action: () => withdraw({ projectId, reviewId }),
      }}
    />
  );
}
