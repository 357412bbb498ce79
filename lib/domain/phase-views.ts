import type { CriterionView } from "./criterion-views";
import type { GateView, SignOffRuleView } from "./gate-views";
import type { SectionView } from "./item-views";
import type { Loss } from "./losses";
import type { AreaGrade } from "./readiness";
import type { PhaseStatus } from "./words";

export interface ReadinessView {
  score: number | null;
  losses: Loss[];
  areas: (AreaGrade & { change: number | null })[];
  notApplicableShare: number;
  itemsDone: number;
  itemsTotal: number;
  criteriaMet: number;
  criteriaTotal: number;
  trend: { day: string; score: number | null; workDelta: number; scopeDelta: number }[];
}

export interface PhaseView {
  id: string;
  key: string;
  name: string;
  status: PhaseStatus;
  goals: string[];
  scope: string[];
  audience: string;
  rollback: string[];
  plannedOn: string | null;
  minimumScore: number;
  version: number;
  sections: SectionView[];
  criteria: CriterionView[];
  rules: SignOffRuleView[];
  readiness: ReadinessView;
  gate: GateView;
}
