import type {
  CorrectionEffect,
  Corrections,
  DocumentPart,
  FoundLevel,
  FoundPhase,
  ReadAs,
} from "./plan-corrections";

/** What the reader can say of a heading, list or table, and has said. */
export interface LineChoices {
  /** a heading (or a paragraph in bold): the reader may say that it is a phase, or is not */
  canBePhase: boolean;
  /** a heading, a list or a table: the reader may say what it, or what stands under it, is */
  canBeRead: boolean;
  /** what the reader said it is */
  as: ReadAs | null;
  /** whether the reader said that it is a phase, or is not */
  decided: boolean;
  /** the name of what a phase was folded into */
  into: string | null;
}

/** One line of the document and what it was read as. */
export interface PreviewLine {
  /** counted from 1 */
  line: number;
  /** "phase", "item", "criterion", "unplaced" ... as the importer names it */
  kind: string;
  text: string;
  /** absent for most lines: there are thousands */
  choices?: LineChoices;
}

/** All of them, headings with lists and tables, or what was not understood. */
export const SHOWN_LINES = ["all", "handles", "unread"] as const;
export type ShownLines = (typeof SHOWN_LINES)[number];

/** Which of a long document's lines are on the page. */
export interface LinesPage {
  shown: ShownLines;
  /** counted from 1 */
  page: number;
  pages: number;
  /** first and last line of the document on it; 0 where there is none */
  from: number;
  until: number;
  /** of the whole document */
  lastLine: number;
  /** the line that was asked for */
  sought: number | null;
}

/** A page by its number, or the one a line of the document is on. */
export interface WantedLines {
  shown?: ShownLines | undefined;
  page?: number | undefined;
  line?: number | undefined;
}

export interface PreviewPhase {
  name: string;
  sections: number;
  items: number;
  ticked: number;
  criteria: number;
}

/** A plan before anything is made of it: what was understood, line by line. */
export interface ImportPreview {
  draftId: string;
  name: string;
  /** bumped by every correction; a correction and the creation name the one they saw */
  version: number;
  counts: {
    phases: number;
    items: number;
    ticked: number;
    criteria: number;
    environments: number;
    secrets: number;
    risks: number;
    notUnderstood: number;
  };
  phases: PreviewPhase[];
  /** phases as they were found, before they were folded */
  found: FoundPhase[];
  /** what each of them becomes, where the reader folds them */
  fold: Corrections["fold"];
  /** what each of them becomes, if they are folded into the phases of a rollout; empty where there is nothing to fold */
  suggestedFold: Corrections["fold"];
  levels: FoundLevel[];
  /** several documents in one file, and the one that is read; null: all of them */
  documents: DocumentPart[];
  document: number | null;
  /** what the reader corrected */
  effects: CorrectionEffect[];
  lines: PreviewLine[];
  linesPage: LinesPage;
  /** read, but not understood */
  unplaced: { line: number; text: string }[];
  /** repairs and judgements; line 0 is the whole document */
  notes: { line: number; text: string }[];
}

/** All of it but the lines, which go another way to the browser. */
export type PreviewFacts = Omit<ImportPreview, "lines">;

/** An import that was begun and not finished. */
export interface ImportDraftEntry {
  draftId: string;
  name: string;
  createdAt: string;
}
