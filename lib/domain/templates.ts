/** How much a template holds, as its card says it. */
export interface TemplateCounts {
  phases: number;
  items: number;
  criteria: number;
}

/** A template in a list to choose from. */
export interface TemplateEntry {
  /** stands in addresses: a word for what comes with the product, an id for what was saved */
  key: string;
  title: string;
  /** one sentence; may be empty for what was saved */
  summary: string;
  version: number;
  /** comes with the product */
  isBuiltIn: boolean;
  counts: TemplateCounts;
  /** when its newest version was saved */
  savedAt: string | null;
}

/** Where a project comes from. */
export interface TemplateOrigin {
  key: string;
  title: string;
  /** the version the project was made from, or has dealt with since */
  version: number;
  newest: number;
  isArchived: boolean;
}

/** Fields of an item that a project takes over from its template by itself. */
export const TAKEN_FIELDS = ["title", "details", "acceptance", "level", "area"] as const;

interface ChangeKind {
  noun: string;
  kind: string;
  field?: string;
}

/** True for what a project takes over at a press of a button; the rest of a template's changes is worked in by hand. */
export function canTakeOver({ noun, kind, field }: ChangeKind): boolean {
  if (noun === "section") return kind === "added";
  if (noun !== "item") return false;
  return kind === "edited"
    ? TAKEN_FIELDS.some((name) => name === field)
    : kind === "added" || kind === "archived";
}
