import { LEVEL_WORDS } from "@/components/checklists/state-words";
import { aimOf } from "@/components/criteria/criterion-words";
import { TextList } from "@/components/phases/text-list";
import { Chip } from "@/components/ui/chip";
import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { heldInWords } from "./count-words";
import { TemplateRegisters } from "./template-registers";

const heading = (text: string) => <h3 className="mb-1 text-small font-semibold">{text}</h3>;

const itemLine = ({ key, title, level, acceptance, why, subItems }: PlanItem) => (
  <li key={key} className="border-t border-line py-1.5 first:border-t-0">
    <div className="flex gap-2.5">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{title}</span>
      <span className="flex-none">
        <Chip tone={level === "MUST" ? "brand" : "plain"}>{LEVEL_WORDS[level]}</Chip>
      </span>
    </div>
    {why && <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{why}</p>}
    {acceptance && <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{acceptance}</p>}
    {subItems.length > 0 && (
      <ul className="mt-1 list-disc pl-5 text-small text-ink-2">
        {subItems.map((subItem) => (
          <li key={subItem.key}>{subItem.title}</li>
        ))}
      </ul>
    )}
  </li>
);

const criterionLine = (criterion: PlanCriterion, index: number) => (
  <li key={index} className="flex flex-wrap gap-x-2.5 border-t border-line py-1.5 first:border-t-0">
    <span className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">{criterion.text}</span>
    <span className="num text-small text-ink-2">{aimOf(criterion)}</span>
  </li>
);

const criteriaList = (criteria: readonly PlanCriterion[]) =>
  criteria.length > 0 && (
    <div>
      {heading("Success criteria")}
      <ul>{criteria.map(criterionLine)}</ul>
    </div>
  );

const countItems = ({ sections }: PlanPhase): number =>
  sections.reduce((sum, { items }) => sum + items.length, 0);

function phasePanel(phase: PlanPhase, index: number) {
  const { name, audience, goals, scope, sections, criteria, signOffRules, rollback, rollbackTriggers } =
    phase;
  return (
    <details key={index} className="panel px-4.5 py-3" open={index === 0}>
      <summary>
        <h2 className="inline font-semibold [overflow-wrap:anywhere]">{name}</h2>{" "}
        <span className="num text-fine text-ink-3">
          {heldInWords({ phases: 0, items: countItems(phase), criteria: criteria.length })
            .slice(1)
            .join(" · ")}
        </span>
      </summary>
      <div className="mt-3 grid gap-4">
        {audience && (
          <p>
            <span className="font-medium">For whom:</span> {audience}
          </p>
        )}
        <div className="grid gap-4 md:grid-cols-2">
          <TextList title="Goals" lines={goals} />
          <TextList title="Scope" lines={scope} />
        </div>
        {sections.map(({ title, items }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections may share a title, and nothing here moves
          <div key={place}>
            {heading(title)}
            <ul>{items.map(itemLine)}</ul>
          </div>
        ))}
        {criteriaList(criteria)}
        <div className="grid gap-4 md:grid-cols-2">
          <TextList
            title="Sign-offs"
            lines={signOffRules.map(({ name: rule, minimum }) =>
              minimum > 1 ? `${rule}: ${minimum} people` : rule,
            )}
          />
          <TextList title="What starts the way back" lines={rollbackTriggers ?? []} />
          <TextList title="The way back" lines={rollback} ordered />
        </div>
      </div>
    </details>
  );
}

/** Everything a template holds, to be read before a project is made from it. */
export function TemplatePreview({ plan }: { plan: Plan }) {
  return (
    <div className="grid gap-3">
      {plan.phases.map(phasePanel)}
      {plan.criteria.length > 0 && <div className="panel px-4.5 py-3">{criteriaList(plan.criteria)}</div>}
      <TemplateRegisters plan={plan} />
    </div>
  );
}
