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

/** A cell of the matrix says something else: told of its configuration item, without the value. */
export const cellTold = (configurationItemId: string, environmentId: string): Told => ({
  verb: "edited",
  noun: "configuration item",
  id: configurationItemId,
  before: {},
  after: { environmentId },
  columns: ["value"],
});
