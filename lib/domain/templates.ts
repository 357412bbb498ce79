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
