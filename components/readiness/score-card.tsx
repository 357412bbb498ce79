import { criterionHref, itemHref } from "@/components/phases/hrefs";
import { Sparkline } from "@/components/projects/sparkline";
import { Panel } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ReadinessView } from "@/lib/domain/phase-views";
import { changeThisWeek, lostPoints, signedPoints } from "./points";

interface ScoreCardProps {
  slug: string;
  readiness: ReadinessView;
  clock: ReaderClock;
}

type LossView = ReadinessView["losses"][number];

const SHOWN = 5;

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
  const cut = losses.length <= SHOWN + 1 ? losses.length : SHOWN;
  const rest = losses.slice(cut);
  return (
    <Panel label="Readiness" id="readiness" className="px-4.5 py-4">
      <div className="flex flex-wrap items-end gap-2">
        <p className="flex items-baseline gap-2">
          <b className="num text-hero leading-none font-[630] tracking-[-0.03em]">{score}</b>
          <span className="whitespace-nowrap text-ink-2">
            readiness{change !== null && `, ${signedPoints(change)} this week`}
          </span>
        </p>
        <span className="ml-auto">
          <Sparkline scores={trend.flatMap(({ score }) => score ?? [])} width={56} />
        </span>
      </div>
      <div className="meter meter-go mt-2.5 mb-2 h-2" aria-hidden="true">
        <i style={{ width: `${score}%` }} />
      </div>
      {losses.length === 0 ? (
        <p className="text-small text-ink-2">No point is lost.</p>
      ) : (
        <ul aria-label="Points lost">{losses.slice(0, cut).map((loss) => lossRow(loss, slug))}</ul>
      )}
      {rest.length > 0 && (
        <details>
          <summary className="flex justify-between py-1 text-small">
            <span className="font-[570]">{rest.length} smaller</span>
            <span className="num text-ink-2">{lostPoints(sumOf(rest))}</span>
          </summary>
          <ul className="border-l border-line pl-3">{rest.map((loss) => lossRow(loss, slug))}</ul>
        </details>
      )}
      {notApplicableShare > 0 && (
        <p className="mt-1 text-fine text-ink-3">
          {Math.max(1, Math.round(notApplicableShare * 100))}% was set not applicable and is left out.
        </p>
      )}
    </Panel>
  );
}

// Losses are hundredths: added as integers, so that the sum shows no dust.
const sumOf = (losses: LossView[]) =>
  losses.reduce((sum, loss) => sum + Math.round(loss.points * 100), 0) / 100;

function lossRow(loss: LossView, slug: string) {
  const href = loss.kind === "item" ? itemHref(slug, loss.id) : criterionHref(slug, loss.id);
  return (
    <li key={loss.id} className="flex justify-between gap-3 py-1 text-small">
      <a href={href} className="truncate font-[570] hover:underline" title={loss.title}>
        {loss.title}
      </a>
      <span className="num text-ink-2">{lostPoints(loss.points)}</span>
    </li>
  );
}
