import type { Comparator } from "./words";

/**
 * True when a new target is at least as hard to meet as the old one. For "=", and where there is no comparator, any
 * other target counts as easier, because nobody can say that it is not.
 */
export function isAtLeastAsStrict(comparator: Comparator | null, from: number, to: number): boolean {
  switch (comparator) {
    case ">=":
    case ">":
      return to >= from;
    case "<=":
    case "<":
      return to <= from;
    default:
      return to === from;
  }
}
