import type { Comparator, Level } from "@/lib/domain/words";
import type { PlanCriterion, PlanItem } from "@/lib/schemas/plan";

/** One checklist entry of a template: key, what is to be done, its level, and how one knows it is done. */
type Entry = readonly [key: string, title: string, level: Level, acceptance: string];

/** A checklist section in which every entry has the same area. */
export function section(
  title: string,
  area: string,
  entries: readonly Entry[],
): { title: string; items: PlanItem[] } {
  return {
    title,
    items: entries.map(([key, text, level, acceptance]) => ({
      key,
      title: text,
      details: "",
      state: "OPEN",
      level,
      area,
      acceptance,
      subItems: [],
    })),
  };
}

/** A criterion that is judged by a number. */
export function measured(
  text: string,
  comparator: Comparator,
  target: number,
  unit: string,
  window: string | null = null,
): PlanCriterion {
  return { text, comparator, target, unit, window, level: "MUST", checked: false };
}
