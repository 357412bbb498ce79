"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { NewTokenDialogProps } from "./new-token-dialog";

export const NewTokenButton = dialogButton<NewTokenDialogProps>(() =>
  import("./new-token-dialog").then((module) => module.NewTokenDialog),
);
