"use server";
import { addSignOffRule, archiveSignOffRule, editSignOffRule } from "@/lib/data/sign-off-rules";
import { signOff, withdrawSignOff } from "@/lib/data/sign-offs";
import {
  addSignOffRuleSchema,
  archiveSignOffRuleSchema,
  editSignOffRuleSchema,
  signOffSchema,
  withdrawSignOffSchema,
} from "@/lib/schemas/sign-offs";
import { projectAction } from "./define";

export const signOffAction = projectAction("gate:sign", signOffSchema, signOff);
export const withdrawSignOffAction = projectAction("gate:sign", withdrawSignOffSchema, withdrawSignOff);
export const addSignOffRuleAction = projectAction("plan:edit", addSignOffRuleSchema, addSignOffRule);
export const editSignOffRuleAction = projectAction("plan:edit", editSignOffRuleSchema, editSignOffRule);
export const archiveSignOffRuleAction = projectAction(
  "plan:edit",
  archiveSignOffRuleSchema,
  archiveSignOffRule,
);
