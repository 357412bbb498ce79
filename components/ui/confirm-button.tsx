"use client";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { dialogButton } from "./dialog-button";

/** A button that asks before it acts. */
export const ConfirmButton = dialogButton<Omit<ConfirmDialogProps, "onClose">>(() =>
  import("./confirm-dialog").then((module) => module.ConfirmDialog),
);
