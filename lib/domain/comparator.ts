import type { CriterionSnapshot } from "./snapshot";
import type { Comparator } from "./words";

const COMPARES: Record<Comparator, (value: number, target: number) => boolean> = {
  ">=": (value, target) => value >= target,
  "<=": (value, target) => value <= target,
  ">": (value, target) => value > target,
  "<": (value, target) => value < target,
  "=": (value, target) => value === target,
};

const COMPARATOR_WORDS: Record<Comparator, string> = {
  ">=": "at least",
  "<=": "at most",
  ">": "more than",
  "<": "less than",
  "=": "exactly",
};

type Judged = Pick<CriterionSnapshot, "comparator" | "target">;

/** True for a criterion without a number to reach: a person attests that it holds (design 2.1). */
export const isAttestation = (criterion: Judged): boolean =>
  criterion.comparator === null || criterion.target === null;

/** Whether one value holds: against comparator and target, or, for an attestation, by being 1. */
export function valueHolds(criterion: Judged, value: number): boolean {
  const { comparator, target } = criterion;
  if (comparator === null || target === null) return value === 1;
  return COMPARES[comparator](value, target);
}

/** A value in its unit, as a person writes it: "99.9%", "72 hours", "3". */
export function withUnit(value: number, unit: string | null): string {
  if (unit === null || unit === "") return String(value);
  return unit.startsWith("%") ? `${value}${unit}` : `${value} ${unit}`;
}

/** The target in words: "at least 99.9%"; empty for an attestation. */
export function targetInWords(criterion: Judged & Pick<CriterionSnapshot, "unit">): string {
  const { comparator, target, unit } = criterion;
  return comparator === null || target === null
    ? ""
    : `${COMPARATOR_WORDS[comparator]} ${withUnit(target, unit)}`;
}
