"use server";
import {
  addCriterion,
  archiveCriterion,
  editCriterion,
  moveCriterion,
  restoreCriterion,
} from "@/lib/data/criteria";
import { recordMeasurement } from "@/lib/data/measurements";
import {
  addCriterionSchema,
  criterionOnlySchema,
  editCriterionSchema,
  moveCriterionSchema,
} from "@/lib/schemas/criteria";
import { recordMeasurementSchema } from "@/lib/schemas/measurements";
import { projectAction } from "./define";

export const addCriterionAction = projectAction("plan:edit", addCriterionSchema, addCriterion);
export const editCriterionAction = projectAction("plan:edit", editCriterionSchema, editCriterion);
export const moveCriterionAction = projectAction("plan:edit", moveCriterionSchema, moveCriterion);
export const archiveCriterionAction = projectAction("plan:edit", criterionOnlySchema, (access, input) =>
  archiveCriterion(access, input.criterionId),
);
export const restoreCriterionAction = projectAction("plan:edit", criterionOnlySchema, (access, input) =>
  restoreCriterion(access, input.criterionId),
);
export const recordMeasurementAction = projectAction("item:work", recordMeasurementSchema, (access, input) =>
  recordMeasurement(access, input.criterionId, input),
);
