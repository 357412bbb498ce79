"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { UndoMergeProps } from "./undo-merge-dialog";

const DialogButton = dialogButton<UndoMergeProps>(() =>
  import("./undo-merge-dialog").then((module) => module.UndoMergeDialog),
);

/** Brings the project back as it was before a merge, once somebody confirmed it. */
export const UndoMergeButton = (props: UndoMergeProps) => (
  <DialogButton trigger={{ label: "Undo", name: "Undo this merge", small: true }} dialog={props} />
);
