"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { RequestReviewProps } from "./request-review-dialog";

export const RequestReviewButton = dialogButton<RequestReviewProps>(() =>
  import("./request-review-dialog").then((module) => module.RequestReviewDialog),
);
