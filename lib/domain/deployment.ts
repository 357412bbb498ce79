/** When a part of a checklist is worked through: before, during or after a deployment. */
export const DEPLOYMENT_MOMENTS = ["BEFORE", "DURING", "AFTER"] as const;
export type DeploymentMoment = (typeof DEPLOYMENT_MOMENTS)[number];

const DEPLOY = "(?:deploy(?:ment|ing|s)?|go-?live|release|launch|cut-?over|rollout)";
/** "3.", "4.2 ": how plans number their headings. */
const NUMBER = "^(?:\\d+(?:\\.\\d+)*[.)]?\\s+)?";

const PATTERNS: [DeploymentMoment, RegExp][] = [
  ["BEFORE", new RegExp(`\\b(?:pre|before)[\\s-]+(?:the\\s+)?${DEPLOY}\\b`, "i")],
  ["AFTER", new RegExp(`\\b(?:post|after)[\\s-]+(?:the\\s+)?${DEPLOY}\\b`, "i")],
  ["DURING", new RegExp(`\\bduring\\s+(?:the\\s+)?${DEPLOY}\\b`, "i")],
  ["DURING", new RegExp(`${NUMBER}${DEPLOY}(?:\\s+(?:day|steps?|checklist|itself|window))?$`, "i")],
];

/** What a section's title says of its moment; null when it says nothing. */
export const deploymentMoment = (title: string): DeploymentMoment | null =>
  PATTERNS.find(([, pattern]) => pattern.test(title.trim()))?.[0] ?? null;

/** One moment of a deployment, with the sections that are worked through then. */
export interface DeploymentStep<S> {
  moment: DeploymentMoment;
  sections: S[];
}

/**
 * The deployment checklist in a phase, in the order of its moments. One section that happens to be called "Release" is
 * none: it takes two moments to be before or after something.
 */
export function deploymentSteps<S extends { title: string }>(sections: readonly S[]): DeploymentStep<S>[] {
  const steps = DEPLOYMENT_MOMENTS.map((moment) => ({
    moment,
    sections: sections.filter(({ title }) => deploymentMoment(title) === moment),
  })).filter((step) => step.sections.length > 0);
  return steps.length > 1 ? steps : [];
}
