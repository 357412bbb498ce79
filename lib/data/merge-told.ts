import "server-only";
import type { Noun } from "@/lib/plan/merge/entities";
import type { Row } from "./changed-rows";

/** What was done to a thing, for the audit. */
export interface Told {
  verb: "added" | "restored" | "edited" | "moved" | "archived";
  noun: Noun;
  id: string;
  before: Row;
  after: Row;
  /** columns that changed */
  columns: string[];
}

/** The column people call a thing by. */
export const titleColumn = (noun: Noun): string => {
  if (noun === "item" || noun === "section" || noun === "risk") return "title";
  if (noun === "criterion") return "text";
  return noun === "configuration item" ? "key" : "name";
};
