"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { RehearsalDialogProps } from "./rehearsal-dialog";
import type { RollbackFormProps } from "./rollback-form";

export const RollbackFormButton = dialogButton<RollbackFormProps>(() =>
  import("./rollback-form").then((module) => module.RollbackForm),
);

export const RehearsalButton = dialogButton<RehearsalDialogProps>(() =>
  import("./rehearsal-dialog").then((module) => module.RehearsalDialog),
);
