/** One line of the document and what it was read as. */
export interface PreviewLine {
  /** counted from 1 */
  line: number;
  /** "phase", "item", "criterion", "unplaced" ... as the importer names it */
  kind: string;
  text: string;
  /** a heading (or a paragraph in bold): the reader may say that it is a phase, or is not */
  heading: boolean;
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
  lines: PreviewLine[];
  /** further lines that are not listed, because nobody reads so many */
  linesLeftOut: number;
  /** read, but not understood */
  unplaced: { line: number; text: string }[];
  /** repairs and judgements; line 0 is the whole document */
  notes: { line: number; text: string }[];
  /** headings the reader decided about: line -> it is a phase */
  decided: Record<number, boolean>;
}

/** An import that was begun and not finished. */
export interface ImportDraftEntry {
  draftId: string;
  name: string;
  createdAt: string;
}
