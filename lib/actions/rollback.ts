"use server";
import { editRollback, recordRehearsal } from "@/lib/data/rollback";
import { editRollbackSchema, recordRehearsalSchema } from "@/lib/schemas/rollback";
import { projectAction } from "./define";

export const editRollbackAction = projectAction(
  "plan:edit",
  editRollbackSchema,
  (access, { phaseId, ...input }) => editRollback(access, phaseId, input),
);
export const recordRehearsalAction = projectAction(
  "item:work",
  recordRehearsalSchema,
  (access, { phaseId, ...input }) => recordRehearsal(access, phaseId, input),
);
