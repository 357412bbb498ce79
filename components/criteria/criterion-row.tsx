import type { ReactNode } from "react";
import { criterionHref } from "@/components/phases/hrefs";
import { Meter } from "@/components/ui/meter";
import type { CriterionView } from "@/lib/domain/criterion-views";
import { aimOf, isAttestation, meterOf, quantity, RESULT_WORDS } from "./criterion-words";

/** One criterion: its text, why it is judged so, the number against the target, and the verdict in a word. */
export function criterionRow(criterion: CriterionView, slug: string, action?: ReactNode) {
  const { word, tone } = RESULT_WORDS[criterion.result];
  return (
    <li key={criterion.id} id={`criterion-${criterion.id}`} className="criterion">
      <div className="min-w-0">
        <a href={criterionHref(slug, criterion.id)} className="item-title">
          {criterion.text}
        </a>
        <p className="item-meta">
          {criterion.level === "MUST" && criterion.result !== "MET" && <span className="must">MUST</span>}
          {criterion.level === "COULD" && <span>could</span>}
          <span>{criterion.reason}</span>
          {criterion.freshness === "AGING" && <span className="text-warn">goes stale soon</span>}
        </p>
      </div>
      <div className="criterion-meter">{measured(criterion)}</div>
      <div className="num">{numbers(criterion)}</div>
      <div className="flex items-center justify-end gap-2">
        <span className={`chip chip-${tone}`}>{word}</span>
        {action}
      </div>
    </li>
  );
}

function measured(criterion: CriterionView) {
  if (!criterion.latest || isAttestation(criterion)) return null;
  const scale = meterOf(criterion, criterion.latest.value);
  if (!scale) return null;
  const label = `${quantity(criterion.latest.value, criterion.unit)}, target ${aimOf(criterion)}`;
  return (
    <Meter
      label={label}
      share={scale.share}
      target={scale.target}
      tone={RESULT_WORDS[criterion.result].tone}
    />
  );
}

function numbers(criterion: CriterionView) {
  const { latest, unit } = criterion;
  if (isAttestation(criterion))
    return <small>{latest ? (latest.value === 1 ? "yes" : "no") : "attestation"}</small>;
  // Beside a value the unit is said once; before there is one, the target says it.
  const aim = aimOf({ ...criterion, window: null, unit: latest && unit !== "%" ? null : unit });
  return (
    <>
      {latest ? quantity(latest.value, unit) : "—"} <small>{aim}</small>
    </>
  );
}
