"use client";
import clsx from "clsx";
import { Fold } from "@/components/ui/fold";
import type { GateView } from "@/lib/domain/gate-views";

type LinkedBlocker = GateView["blockers"][number];

/** Somebody did their part and it has to be looked at again: not the same as never done. */
const SOFT = new Set<LinkedBlocker["type"]>(["SIGN_OFF_STALE", "CONDITION_PAST_DUE"]);

function blockerRow(blocker: LinkedBlocker, index: number) {
  const words = (
    <>
      {blocker.text}
      {blocker.detail && <span>{blocker.detail}</span>}
    </>
  );
  return (
    <li
      key={`${blocker.type}-${blocker.subjectId}-${index}`}
      className={clsx("blocker", SOFT.has(blocker.type) && "blocker-soft")}
    >
      {blocker.href ? <a href={blocker.href}>{words}</a> : <div>{words}</div>}
    </li>
  );
}

/**
 * What stands in the way, each linked to where it is cleared. A client component only because of its length
 * (docs/performance.md).
 */
export function BlockerList({ blockers, shown = 6 }: { blockers: LinkedBlocker[]; shown?: number }) {
  // One left over is shown too: a fold that hides a single line hides nothing.
  const cut = blockers.length <= shown + 1 ? blockers.length : shown;
  const rest = blockers.slice(cut);
  return (
    <div>
      <ul>{blockers.slice(0, cut).map(blockerRow)}</ul>
      {rest.length > 0 && (
        <Fold
          className="border-t border-line pt-2"
          summaryClassName="text-small text-ink-2"
          summary={`${rest.length} more`}
        >
          {() => <ul className="pt-1">{rest.map((blocker, index) => blockerRow(blocker, cut + index))}</ul>}
        </Fold>
      )}
    </div>
  );
}
