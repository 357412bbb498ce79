"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { CriterionFormProps } from "./criterion-form";
import type { RecordDialogProps } from "./record-dialog";

export const RecordButton = dialogButton<RecordDialogProps>(() =>
  import("./record-dialog").then((module) => module.RecordDialog),
);

export const CriterionFormButton = dialogButton<CriterionFormProps>(() =>
  import("./criterion-form").then((module) => module.CriterionForm),
);
