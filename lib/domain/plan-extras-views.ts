import type { CriterionView } from "./criterion-views";
import type { RiskSeverity, RiskState } from "./words";

export interface PlanExtrasView {
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
