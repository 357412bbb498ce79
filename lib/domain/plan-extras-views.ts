import type { CriterionView } from "./criterion-views";
import type { RiskSeverity, RiskState } from "./words";

export interface PlanExtrasView {
  secrets: {
    id: string;
    name: string;
    variable: string | null;
    owner: string | null;
    rotationDays: number | null;
    storage: string | null;
  }[];
  risks: {
    id: string;
    title: string;
    severity: RiskSeverity;
    state: RiskState;
    mitigation: string | null;
    owner: string | null;
    /** who accepted it, and why; null unless it is accepted */
    acceptedBy: string | null;
    acceptedWhy: string | null;
    version: number;
  }[];
  criteria: CriterionView[];
}
