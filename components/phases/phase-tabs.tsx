import { TabLinks } from "@/components/ui/tab-links";
import type { PhaseView } from "@/lib/domain/phase-views";
import { editHref, PHASE_TABS, type PhaseTab, phaseHref } from "./hrefs";

const LABELS: Record<PhaseTab, string> = {
  checklist: "Checklist",
  criteria: "Criteria",
  "sign-offs": "Sign-offs",
  rollback: "Rollback",
  activity: "Activity",
};

/** The tabs of a phase, with how far each is. */
export function PhaseTabs({
  slug,
  phase,
  current,
  editing,
}: {
  slug: string;
  phase: Pick<PhaseView, "key" | "readiness" | "rules">;
  current: PhaseTab;
  /** the plan is being edited, and is on the other tabs too */
  editing: boolean;
}) {
  const { readiness, rules } = phase;
  const counts: Partial<Record<PhaseTab, string>> = {
    checklist: `${readiness.itemsDone}/${readiness.itemsTotal}`,
    criteria: `${readiness.criteriaMet}/${readiness.criteriaTotal}`,
    "sign-offs": `${rules.filter((rule) => rule.fulfilled).length}/${rules.length}`,
  };
  const hrefOf = (tab: PhaseTab) => phaseHref(slug, phase.key, tab);
  const tabs = PHASE_TABS.map((tab) => ({
    href: editing ? editHref(hrefOf(tab), false) : hrefOf(tab),
    label: LABELS[tab],
    count: counts[tab],
    current: tab === current,
  }));
  return <TabLinks label="Parts of this phase" tabs={tabs} />;
}
