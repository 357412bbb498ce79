import type { Tone } from "@/components/ui/chip";
import type { CriterionView } from "@/lib/domain/criterion-views";
import type { Comparator, CriterionResult } from "@/lib/domain/words";

export const RESULT_WORDS: Record<CriterionResult, { word: string; tone: Tone }> = {
  MET: { word: "Met", tone: "go" },
  NOT_MET: { word: "Not met", tone: "stop" },
  INCONCLUSIVE: { word: "Inconclusive", tone: "warn" },
  NO_DATA: { word: "No data", tone: "plain" },
  STALE: { word: "Stale", tone: "warn" },
};

export const COMPARATOR_WORDS: Record<Comparator, string> = {
  ">=": "at least",
  "<=": "at most",
  ">": "more than",
  "<": "less than",
  "=": "exactly",
};

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** "99.94%", "14 campaigns", "1,200" */
export function quantity(value: number, unit: string | null): string {
  const number = NUMBER.format(value);
  if (!unit) return number;
  return unit === "%" ? `${number}%` : `${number} ${unit}`;
}

type Aim = Pick<CriterionView, "comparator" | "target" | "unit" | "window">;

/** A person says yes or no; there is no number. */
export const isAttestation = ({ comparator, target }: Aim): boolean => comparator === null || target === null;

/** "at least 80%, 30 days" */
export function aimOf(criterion: Aim): string {
  const { comparator, target, unit, window } = criterion;
  if (comparator === null || target === null) return "attested by a person";
  const amount = quantity(target, unit);
  // "continuous 72 hours" beside "at least 72 hours" says the number twice.
  const span = window?.endsWith(amount) ? window.slice(0, -amount.length).trim() : window;
  return [`${COMPARATOR_WORDS[comparator]} ${amount}`, span].filter(Boolean).join(", ");
}

/** Where value and target stand on one scale, 0 to 1; a percentage runs to 100, anything else a little beyond the larger. */
export function meterOf({ unit, target }: Aim, value: number): { share: number; target: number } | null {
  if (target === null || value < 0 || target < 0) return null;
  const end = unit === "%" && Math.max(value, target) <= 100 ? 100 : Math.max(value, target) * 1.25 || 1;
  return { share: value / end, target: target / end };
}
