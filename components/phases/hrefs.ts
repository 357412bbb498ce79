export const PHASE_TABS = ["checklist", "criteria", "sign-offs", "rollback", "activity"] as const;
export type PhaseTab = (typeof PHASE_TABS)[number];

/** Addresses of a project's pages; lib/data builds the same ones for blockers and events. */
export const projectHref = (slug: string): string => `/projects/${slug}`;
export const itemHref = (slug: string, itemId: string): string => `${projectHref(slug)}/items/${itemId}`;
export const criterionHref = (slug: string, criterionId: string): string =>
  `${projectHref(slug)}/criteria/${criterionId}`;

/** A phase, or one of its tabs; the checklist is where one lands. */
export function phaseHref(slug: string, phaseKey: string, tab: PhaseTab = "checklist"): string {
  return `${projectHref(slug)}/phases/${phaseKey}${tab === "checklist" ? "" : `?tab=${tab}`}`;
}

/** Turns editing of the page at `here` on, or off while it is on. */
export const editHref = (here: string, editing: boolean): string =>
  editing ? here : `${here}${here.includes("?") ? "&" : "?"}edit=1`;

/** The room in which a phase's gate is reviewed and decided. */
export const gateHref = (slug: string, phaseKey: string): string => `${phaseHref(slug, phaseKey)}/gate`;

/** The phase on paper. */
export const reportHref = (slug: string, phaseKey: string): string => `${phaseHref(slug, phaseKey)}/report`;

/** The same as a PDF file, its moments told in `zone`. */
export const reportPdfHref = (slug: string, phaseKey: string, zone: string): string =>
  `/api/v1${reportHref(slug, phaseKey)}.pdf?zone=${encodeURIComponent(zone)}`;

/** One decision with the gate as it was judged then. */
export const decisionHref = (slug: string, phaseKey: string, decisionId: string): string =>
  `${gateHref(slug, phaseKey)}/decisions/${decisionId}`;
