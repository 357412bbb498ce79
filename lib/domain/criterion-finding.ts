import type { ErrorBudget } from "./error-budget";
import type { WindowProgress } from "./window";
import type { CriterionResult } from "./words";

/** The numbers behind a result, for the page to show; null where the criterion is not of that kind (design 2.1). */
export interface CriterionDetails {
  /** "80% positive": number of answers, positive ones among them, lower bound of the 95% Wilson interval in percent */
  answers: { size: number; positive: number; lowerBound: number } | null;
  /** "95% of tests": number counted now and the largest counted lately */
  denominator: { now: number; before: number } | null;
  /** "72 h stable" */
  window: WindowProgress | null;
  /** "99.9% uptime" */
  errorBudget: ErrorBudget | null;
}

/** What the measurements of a criterion say while they are fresh. */
export interface Finding {
  result: CriterionResult;
  /** one plain sentence */
  reason: string;
  details: CriterionDetails;
}

export const NO_DETAILS: CriterionDetails = {
  answers: null,
  denominator: null,
  window: null,
  errorBudget: null,
};
