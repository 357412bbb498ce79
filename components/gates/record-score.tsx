import { Panel, PanelHeading } from "@/components/ui/panel";
import type { DecisionRecord } from "@/lib/domain/decision-record";

/** The score a decision was judged by, every point it lost, and the minimum its policy asked for. */
export function RecordScore({ record }: { record: DecisionRecord }) {
  const { score, losses, policy } = record;
  return (
    <Panel label="Score then" className="px-4.5 py-3">
      <PanelHeading title="Score" count={`policy asked for ${policy.minimumScore}`} />
      <p className="num text-hero leading-none font-semibold tracking-[-0.03em]">{score ?? "—"}</p>
      <ul aria-label="Points lost" className="mt-2">
        {losses.map(({ id, title, points }) => (
          <li key={id} className="flex justify-between gap-3 py-0.5 text-small">
            <span className="truncate" title={title}>
              {title}
            </span>
            <span className="num text-ink-2">−{points}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
