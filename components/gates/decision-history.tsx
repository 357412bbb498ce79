import { decisionHref } from "@/components/phases/hrefs";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import type { DecisionView } from "@/lib/domain/gate-views";
import { DecisionCard } from "./decision-card";

interface DecisionHistoryProps {
  slug: string;
  phaseKey: string;
  history: DecisionView[];
  clock: ReaderClock;
}

/** Every decision on this gate, newest first, each with the way to the gate as it was judged. */
export function DecisionHistory({ slug, phaseKey, history, clock }: DecisionHistoryProps) {
  if (history.length === 0) return null;
  return (
    <Panel label="Decisions">
      <div className="px-4.5 py-2.5">
        <PanelHeading title="Decisions" count={history.length} />
      </div>
      {history.map((decision) => (
        <DecisionCard
          key={decision.id}
          decision={decision}
          clock={clock}
          href={decisionHref(slug, phaseKey, decision.id)}
        />
      ))}
    </Panel>
  );
}
