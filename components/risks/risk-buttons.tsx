"use client";
import { dialogButton } from "@/components/ui/dialog-button";
import type { AcceptRiskProps } from "./accept-risk-dialog";
import type { RiskFormProps } from "./risk-form";

export const RiskFormButton = dialogButton<RiskFormProps>(() =>
  import("./risk-form").then((module) => module.RiskForm),
);

export const AcceptRiskButton = dialogButton<AcceptRiskProps>(() =>
  import("./accept-risk-dialog").then((module) => module.AcceptRiskDialog),
);
