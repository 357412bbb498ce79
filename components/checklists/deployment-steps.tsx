import { type DeploymentMoment, deploymentSteps } from "@/lib/domain/deployment";
import type { SectionView } from "@/lib/domain/item-views";
import { sectionCount } from "./state-words";

const MOMENT_WORDS: Record<DeploymentMoment, string> = {
  BEFORE: "Before deployment",
  DURING: "During",
  AFTER: "After",
};

/** Where a deployment stands, above the checklist that has one: before, during and after it. */
export function DeploymentSteps({ sections }: { sections: SectionView[] }) {
  const steps = deploymentSteps(sections).map(({ moment, sections }) => ({
    moment,
    first: sections[0]?.id ?? "",
    ...sectionCount(sections.flatMap(({ items }) => items)),
  }));
  if (steps.length === 0) return null;
  const present = steps.find(({ ticked, counted }) => ticked < counted)?.moment;
  return (
    <nav aria-label="Deployment" className="px-4.5 pt-3">
      <ol className="flex flex-wrap gap-2">
        {steps.map(({ moment, first, ticked, counted }) => (
          <li key={moment}>
            <a
              href={`#s-${first}`}
              className={`chip ${ticked === counted ? "chip-go" : moment === present ? "chip-brand" : ""}`}
              aria-current={moment === present ? "step" : undefined}
            >
              {MOMENT_WORDS[moment]}
              <span className="num">
                {ticked} of {counted}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
