"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { RotationDialogProps } from "./rotation-dialog";
import type { SecretFormProps } from "./secret-form";

export const SecretFormButton = dialogButton<SecretFormProps>(() =>
  import("./secret-form").then((module) => module.SecretForm),
);

export const RotationButton = dialogButton<RotationDialogProps>(() =>
  import("./rotation-dialog").then((module) => module.RotationDialog),
);
