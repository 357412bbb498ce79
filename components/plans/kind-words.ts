import type { ReadAs } from "@/lib/domain/plan-corrections";

/** How the preview names what a line became, and how deep it stands below its phase. Other kinds are only text. */
export const KIND_WORDS: Record<string, { word: string; depth: 0 | 1 | 2 | 3 }> = {
  title: { word: "Title", depth: 0 },
  phase: { word: "Phase", depth: 0 },
  section: { word: "Section", depth: 1 },
  goal: { word: "Goal", depth: 1 },
  scope: { word: "Scope", depth: 1 },
  criterion: { word: "Criterion", depth: 1 },
  "sign-off rule": { word: "Sign-off", depth: 1 },
  rollback: { word: "Rollback", depth: 1 },
  environment: { word: "Environment", depth: 1 },
  secret: { word: "Secret", depth: 1 },
  risk: { word: "Risk", depth: 1 },
  item: { word: "Item", depth: 2 },
  "sub-item": { word: "Sub-item", depth: 3 },
  detail: { word: "Details", depth: 3 },
  acceptance: { word: "Test", depth: 3 },
  why: { word: "Why", depth: 3 },
  impact: { word: "Impact", depth: 3 },
  file: { word: "Files", depth: 3 },
  unplaced: { word: "Not read", depth: 1 },
  "other document": { word: "Left aside", depth: 0 },
};

/** What a reader may say that a list or a section is. */
export const READ_AS_WORDS: Readonly<Record<ReadAs, string>> = {
  items: "Items",
  criteria: "Success criteria",
  goals: "Goals",
  scope: "Scope",
  rollback: "Rollback plan",
  risks: "Risks",
  text: "Text only",
};

/** A comment behind words; a line that is nothing else keeps it. */
const COMMENT = /(?<=\S)\s+<!--.*?-->/g;

/** A line without the signs of its Markdown and its comments, as it reads in the project. */
export const withoutMarks = (text: string): string =>
  text
    .replaceAll(COMMENT, "")
    .replace(/^(?:#{1,6}\s+|>\s*|[-*+]\s+|\d{1,4}[.)]\s+)+/, "")
    .replace(/^\[[ xX]\]\s+/, "")
    .replaceAll(/\*\*|__|`/g, "")
    .replace(/^\||\|$/g, "")
    .trim();

/** A box of the source, ticked or not; null where there is none. */
export const tickOf = (text: string): boolean | null => {
  const box = /^\s*(?:[-*+]|\d{1,4}[.)])\s+\[([ xX])\]/.exec(text)?.[1];
  return box === undefined ? null : box !== " ";
};
