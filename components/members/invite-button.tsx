"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { InviteDialogProps } from "./invite-dialog";

export const InviteButton = dialogButton<InviteDialogProps>(() =>
  import("./invite-dialog").then((module) => module.InviteDialog),
);
