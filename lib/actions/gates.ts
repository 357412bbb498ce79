"use server";
import { decideGate } from "@/lib/data/decisions";
import { requestReview, withdrawReview } from "@/lib/data/reviews";
import { decideGateSchema } from "@/lib/schemas/decisions";
import { requestReviewSchema, withdrawReviewSchema } from "@/lib/schemas/reviews";
import { projectAction } from "./define";

export const requestReviewAction = projectAction("review:request", requestReviewSchema, requestReview);
export const withdrawReviewAction = projectAction("review:request", withdrawReviewSchema, withdrawReview);
export const decideGateAction = projectAction("gate:decide", decideGateSchema, decideGate);
