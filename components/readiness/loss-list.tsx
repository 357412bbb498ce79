"use client";
import { criterionHref, itemHref } from "@/components/phases/hrefs";
import { Fold } from "@/components/ui/fold";
import type { ReadinessView } from "@/lib/domain/phase-views";
import { lostPoints } from "./points";

type LossView = ReadinessView["losses"][number];

const SHOWN = 5;

/**
 * Where every missing point went, the largest first, the rest folded away. A client component only because of
 * its length (docs/performance.md).
 */
export function LossList({ losses, slug }: { losses: LossView[]; slug: string }) {
  const cut = losses.length <= SHOWN + 1 ? losses.length : SHOWN;
  const rest = losses.slice(cut);
  return (
    <>
      <ul aria-label="Points lost">{losses.slice(0, cut).map((loss) => lossRow(loss, slug))}</ul>
      {rest.length > 0 && (
        <Fold
          summaryClassName="flex justify-between py-1 text-small"
          summary={
            <>
              <span className="font-medium">{rest.length} more</span>
              <span className="num text-ink-2">{lostPoints(sumOf(rest))}</span>
            </>
          }
        >
          {() => <ul className="border-l border-line pl-3">{rest.map((loss) => lossRow(loss, slug))}</ul>}
        </Fold>
      )}
    </>
  );
}

// Losses are hundredths: added as integers, so that the sum shows no dust.
const sumOf = (losses: LossView[]) =>
  losses.reduce((sum, loss) => sum + Math.round(loss.points * 100), 0) / 100;

function lossRow(loss: LossView, slug: string) {
  const href = loss.kind === "item" ? itemHref(slug, loss.id) : criterionHref(slug, loss.id);
  return (
    <li key={loss.id} className="loss">
      <a href={href} title={loss.title}>
        {loss.title}
      </a>
      <span className="num">{lostPoints(loss.points)}</span>
    </li>
  );
}
