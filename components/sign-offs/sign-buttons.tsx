"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { RuleFormProps } from "./rule-form";
import type { SignDialogProps } from "./sign-dialog";
import type { WithdrawDialogProps } from "./withdraw-dialog";

export const SignButton = dialogButton<SignDialogProps>(() =>
  import("./sign-dialog").then((module) => module.SignDialog),
);

export const WithdrawButton = dialogButton<WithdrawDialogProps>(() =>
  import("./withdraw-dialog").then((module) => module.WithdrawDialog),
);

export const RuleFormButton = dialogButton<RuleFormProps>(() =>
  import("./rule-form").then((module) => module.RuleForm),
);
