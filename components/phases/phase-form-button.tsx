"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { PhaseFormProps } from "./phase-form";

export const PhaseFormButton = dialogButton<PhaseFormProps>(() =>
  import("./phase-form").then((module) => module.PhaseForm),
);
