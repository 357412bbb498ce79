import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import type { DecisionView } from "@/lib/domain/views";
import { DecisionCard } from "./decision-card";

/** Every decision on this gate, newest first. */
export function DecisionHistory({ history, clock }: { history: DecisionView[]; clock: ReaderClock }) {
  if (history.length === 0) return null;
  return (
    <Panel label="Decisions">
      <div className="px-4.5 py-2.5">
        <PanelHeading title="Decisions" count={history.length} />
      </div>
      {history.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} clock={clock} />
      ))}
    </Panel>
  );
}
