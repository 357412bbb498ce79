import type { Level } from "./words";

/** What a reader may say that a list, or what stands under a heading, is. */
export const READ_AS = ["items", "criteria", "goals", "scope", "rollback", "risks", "text"] as const;
export type ReadAs = (typeof READ_AS)[number];

/** Stands for the items the document gives no level, where words are mapped to levels. */
export const NO_WORD = "";

/** The phases a longer plan of work is folded into, unless the reader names others. */
export const ROLLOUT_PHASES = ["Alpha", "Beta", "Launch"] as const;

/** As much of a line as an anchor keeps. */
export const ANCHOR_MAX = 300;

/** What an anchor keeps of a line. */
export const anchorText = (line: string): string =>
  line
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, ANCHOR_MAX)
    .replace(/\p{Surrogate}$/u, "");

/** A line of a document. The text, as it stands there without the space around it, finds it again in a file that changed. */
export interface Anchor {
  line: number;
  text: string;
}

/** How a reader wants a document to be understood, where the importer reads it otherwise. */
export interface Corrections {
  /** this heading is a phase, or is not */
  phases: readonly (Anchor & { isPhase: boolean })[];
  /** this list, or what stands under this heading, is one of these */
  lists: readonly (Anchor & { as: ReadAs })[];
  /** this word of the document ("high", or NO_WORD) means this level */
  levels: readonly { word: string; level: Level }[];
  /** this phase, by the name it was found under, becomes (a part of) that one */
  fold: readonly { phase: string; into: string }[];
  /** of several documents in one file, the one that begins with this heading; null: all of it */
  document: Anchor | null;
}

export const NO_CORRECTIONS: Corrections = { phases: [], lists: [], levels: [], fold: [], document: null };

/** A phase as it was found, before it was folded into another. */
export interface FoundPhase {
  name: string;
  /** where it is named; null: nowhere */
  line: number | null;
}

/** A word the document states levels with, how many items and criteria it decides, and what it stands for. */
export interface FoundLevel {
  word: string;
  count: number;
  /** what it means unless the reader says otherwise */
  level: Level;
  /** what the reader says */
  said: Level | null;
}

/** One of several documents in a file. */
export interface DocumentPart {
  /** of the heading that names it */
  line: number;
  title: string;
}

/** A correction in words, and what takes it back. */
export interface CorrectionEffect {
  /** 0: the whole document */
  line: number;
  text: string;
  takeBack: Correction;
}

/** One thing the reader says, or takes back (null). */
export type Correction =
  | { kind: "phase"; line: number; isPhase: boolean | null }
  | { kind: "list"; line: number; as: ReadAs | null }
  | { kind: "level"; word: string; level: Level | null }
  /** all of the folding at once; none: the phases are kept as they were found */
  | { kind: "fold"; fold: { phase: string; into: string }[] }
  | { kind: "becomes"; phase: string; into: string | null }
  /** whatever was folded into this one stays as it was found */
  | { kind: "unfold"; into: string }
  | { kind: "document"; line: number | null }
  /** takes everything back */
  | { kind: "everything" };

/** The list with an entry in the place of the one it replaces, or at the end; without it where there is none to put. */
function put<Entry>(
  list: readonly Entry[],
  replaces: (entry: Entry) => boolean,
  entry: Entry | null,
): Entry[] {
  const at = list.findIndex(replaces);
  if (entry === null) return list.filter((_, index) => index !== at);
  return at < 0 ? [...list, entry] : list.with(at, entry);
}

/**
 * The corrections with one more, or one less; the same again changes nothing.
 *
 * @param textAt how a line of the document reads
 */
export function withCorrection(
  corrections: Corrections,
  correction: Correction,
  textAt: (line: number) => string,
): Corrections {
  const anchor = (line: number): Anchor => ({ line, text: anchorText(textAt(line)) });
  switch (correction.kind) {
    case "phase": {
      const { line, isPhase } = correction;
      const entry = isPhase === null ? null : { ...anchor(line), isPhase };
      return { ...corrections, phases: put(corrections.phases, (phase) => phase.line === line, entry) };
    }
    case "list": {
      const { line, as } = correction;
      const entry = as === null ? null : { ...anchor(line), as };
      return { ...corrections, lists: put(corrections.lists, (list) => list.line === line, entry) };
    }
    case "level": {
      const { word, level } = correction;
      const entry = level === null ? null : { word, level };
      return { ...corrections, levels: put(corrections.levels, (found) => found.word === word, entry) };
    }
    case "fold":
      return { ...corrections, fold: correction.fold.filter(({ phase, into }) => phase !== into) };
    case "becomes": {
      const { phase, into } = correction;
      const entry = into === null || into === phase ? null : { phase, into };
      return { ...corrections, fold: put(corrections.fold, (found) => found.phase === phase, entry) };
    }
    case "unfold":
      return { ...corrections, fold: corrections.fold.filter(({ into }) => into !== correction.into) };
    case "document":
      return { ...corrections, document: correction.line === null ? null : anchor(correction.line) };
    case "everything":
      return NO_CORRECTIONS;
  }
}
