import { isAttestation, targetInWords, valueHolds, withUnit } from "./comparator";
import { type CriterionDetails, type Finding, NO_DETAILS } from "./criterion-finding";
import { hoursInWords, isShareOfAnswers, isUptime } from "./criterion-kinds";
import { errorBudget } from "./error-budget";
import type { CriterionSnapshot, MeasurementSnapshot } from "./snapshot";
import { wilsonLowerBound } from "./wilson";

function judgeAttestation(value: number): Finding {
  if (value === 1) return { result: "MET", reason: "It was attested that this holds.", details: NO_DETAILS };
  if (value === 0) {
    return { result: "NOT_MET", reason: "It was attested that this does not hold.", details: NO_DETAILS };
  }
  return {
    result: "INCONCLUSIVE",
    reason: `An attestation is 1 (holds) or 0 (does not); ${value} is neither.`,
    details: NO_DETAILS,
  };
}

function detailsOf(
  criterion: CriterionSnapshot,
  { value, sampleSize }: MeasurementSnapshot,
): CriterionDetails {
  const isShare = value >= 0 && value <= 100;
  if (!isShare) return NO_DETAILS;
  if (isUptime(criterion) && criterion.target !== null) {
    const budget = errorBudget(value, criterion.target, hoursInWords(criterion.window));
    return { ...NO_DETAILS, errorBudget: budget };
  }
  if (isShareOfAnswers(criterion) && sampleSize !== null && sampleSize > 0) {
    const positive = Math.round((value / 100) * sampleSize);
    const lowerBound = Math.round(wilsonLowerBound(positive, sampleSize) * 1000) / 10;
    return { ...NO_DETAILS, answers: { size: sampleSize, positive, lowerBound } };
  }
  return NO_DETAILS;
}

function addendum({ answers, errorBudget: budget }: CriterionDetails): string {
  if (answers !== null) {
    return ` (${answers.positive} of ${answers.size} answers; with 95% confidence at least ${answers.lowerBound}% of all)`;
  }
  return budget === null ? "" : ` (${Math.round(budget.left * 100)}% of the error budget is left)`;
}

/** Judges a criterion without a contiguous window by its newest measurement (design 2.1), taken as sound and fresh. */
export function judgeNumber(criterion: CriterionSnapshot, newest: MeasurementSnapshot): Finding {
  const { value } = newest;
  if (isAttestation(criterion)) return judgeAttestation(value);
  const details = detailsOf(criterion, newest);
  const isMet = valueHolds(criterion, value);
  const verb = isMet ? "meets" : "misses";
  return {
    result: isMet ? "MET" : "NOT_MET",
    reason: `${withUnit(value, criterion.unit)} ${verb} the target of ${targetInWords(criterion)}${addendum(details)}.`,
    details,
  };
}
