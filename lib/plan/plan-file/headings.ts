import type { Heading } from "mdast";
import { readComment } from "./comment";
import { wordsOf } from "./plain-markdown";

/** What the headings of a plan file announce, and in which words. */
export const PROJECT_PARTS = {
  criteria: "Success criteria of the project",
  environments: "Environments",
  secrets: "Secrets",
  risks: "Risks",
  record: "Record",
} as const;

export const PHASE_PARTS = {
  goals: "Goals",
  scope: "Scope",
  criteria: "Success criteria",
  signOffRules: "Sign-offs",
  rollback: "Rollback plan",
  rollbackTriggers: "Rollback triggers",
} as const;

/** Stands above what people did. */
export const RECORD_PREFACE =
  "What people did until this file was written. It tells; it does nothing when it is imported.";

type ProjectPart = keyof typeof PROJECT_PARTS;
type PhasePart = keyof typeof PHASE_PARTS;

/** What a heading opens. */
export type Opening =
  | { kind: "title"; text: string }
  | { kind: "phase"; text: string; key: string | null }
  | { kind: "section"; text: string }
  | { kind: "project part"; part: ProjectPart }
  | { kind: "phase part"; part: PhasePart };

function partOf<Part extends string>(parts: Readonly<Record<Part, string>>, text: string): Part | null {
  const words = text.trim().toLowerCase();
  for (const part in parts) if (parts[part].toLowerCase() === words) return part;
  return null;
}

/** Whether the words of a phase or section would be taken for something else, so that a comment has to say it. */
export const isProjectPart = (text: string): boolean => partOf(PROJECT_PARTS, text) !== null;
export const isPhasePart = (text: string): boolean => partOf(PHASE_PARTS, text) !== null;

/**
 * What a heading opens: by its comment, else by its words and depth.
 * @param decided the reader's own word on whether it is a phase
 */
export function openingOf(heading: Heading, decided: boolean | undefined): Opening {
  const text = wordsOf(heading.children);
  const html = heading.children.findLast((node) => node.type === "html");
  const said = html ? readComment(html.value) : null;
  if (decided === true) return { kind: "phase", text, key: null };
  if (said?.name === "section") return { kind: "section", text };
  if (said?.name === "phase" && decided !== false) return { kind: "phase", text, key: said.value };
  if (heading.depth === 1) return { kind: "title", text };
  if (heading.depth === 2) {
    const part = partOf(PROJECT_PARTS, text);
    if (part) return { kind: "project part", part };
    return decided === false ? { kind: "section", text } : { kind: "phase", text, key: null };
  }
  const part = partOf(PHASE_PARTS, text);
  return part ? { kind: "phase part", part } : { kind: "section", text };
}
