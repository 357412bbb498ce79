import { TabLinks } from "@/components/ui/tab-links";
import type { PhaseView } from "@/lib/domain/phase-views";
import { PHASE_TABS, type PhaseTab, phaseHref } from "./hrefs";

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
}: {
  slug: string;
  phase: Pick<PhaseView, "key" | "readiness" | "rules">;
  current: PhaseTab;
}) {
  const { readiness, rules } = phase;
  const counts: Partial<Record<PhaseTab, string>> = {
    checklist: `${readiness.itemsDone}/${readiness.itemsTotal}`,
    criteria: `${readiness.criteriaMet}/${readiness.criteriaTotal}`,
    "sign-offs": `${rules.filter((rule) => rule.fulfilled).length}/${rules.length}`,
  };
  const tabs = PHASE_TABS.map((tab) => ({
    href: phaseHref(slug, phase.key, tab),
    label: LABELS[tab],
    count: counts[tab],
    current: tab === current,
  }));
  return <TabLinks label="Parts of this phase" tabs={tabs} />;
}
