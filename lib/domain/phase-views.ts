import type { CriterionView } from "./criterion-views";
import type { GateView, SignOffRuleDefinition, SignOffRuleView } from "./gate-views";
import type { KeyedItemRow, SectionView } from "./item-views";
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

/** What an edit of a phase may change. */
export interface PhaseDefinition {
  name: string;
  goals: string[];
  scope: string[];
  audience: string;
  plannedOn: string | null;
  minimumScore: number;
  /** its gate asks that no secret is overdue for rotation */
  overdueSecretsBlock: boolean;
}

export interface PhaseView extends PhaseDefinition {
  id: string;
  key: string;
  status: PhaseStatus;
  /** steps of the rollback plan, in order */
  rollback: string[];
  version: number;
  sections: SectionView<KeyedItemRow>[];
  criteria: CriterionView[];
  /** the sign-off rules in force: while a review runs, those frozen into it */
  rules: SignOffRuleView[];
  /** the sign-off rules as they can be edited */
  ruleDefinitions: SignOffRuleDefinition[];
  readiness: ReadinessView;
  gate: GateView;
}
