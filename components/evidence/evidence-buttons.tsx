"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { EvidenceFormProps } from "./evidence-form";

export const AddEvidenceButton = dialogButton<EvidenceFormProps>(() =>
  import("./evidence-form").then((module) => module.EvidenceForm),
);
