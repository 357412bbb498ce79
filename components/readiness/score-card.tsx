import { sparkline } from "@/components/projects/sparkline";
import { inner } from "@/components/ui/markup";
import { Panel } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ReadinessView } from "@/lib/domain/phase-views";
import { LossList } from "./loss-list";
import { changeThisWeek, signedPoints } from "./points";

interface ScoreCardProps {
  slug: string;
  readiness: ReadinessView;
  clock: ReaderClock;
}

/** The number, how it moved, and where every missing point went: score and losses make 100. */
export function ScoreCard({ slug, readiness, clock }: ScoreCardProps) {
  const { score, losses, notApplicableShare, trend } = readiness;
  if (score === null)
    return (
      <Panel label="Readiness" id="readiness" className="px-4.5 py-4">
        <p className="text-small text-ink-2">No readiness score yet: nothing here is scored.</p>
      </Panel>
    );
  const change = changeThisWeek(readiness, clock);
  const line = sparkline(
    trend.flatMap(({ score }) => score ?? []),
    56,
  );
  return (
    <Panel label="Readiness" id="readiness" className="px-4.5 py-4">
      <div className="flex flex-wrap items-end gap-2">
        <p className="flex items-baseline gap-2">
          <b className="num text-hero leading-none font-semibold tracking-[-0.03em]">{score}</b>
          <span className="whitespace-nowrap text-ink-2">
            readiness{change !== null && `, ${signedPoints(change)} this week`}
          </span>
        </p>
        {line && <span className="ml-auto" {...inner(line)} />}
      </div>
      <div className="meter meter-go mt-2.5 mb-2 h-2" aria-hidden="true">
        <i style={{ width: `${score}%` }} />
      </div>
      {losses.length === 0 ? (
        <p className="text-small text-ink-2">No point is lost.</p>
      ) : (
        <LossList losses={losses} slug={slug} />
      )}
      {notApplicableShare > 0 && (
        <p className="mt-1 text-fine text-ink-3">
          {Math.max(1, Math.round(notApplicableShare * 100))}% was set not applicable and is left out.
        </p>
      )}
    </Panel>
  );
}
