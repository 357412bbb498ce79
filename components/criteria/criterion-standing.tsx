import { Chip } from "@/components/ui/chip";
import { Meter } from "@/components/ui/meter";
import { Panel } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { CriterionView } from "@/lib/domain/criterion-views";
import { aimOf, isAttestation, meterOf, quantity, RESULT_WORDS } from "./criterion-words";

/** Whether a criterion is met, why, until when that holds, and what it asks for. */
export function CriterionStanding({ criterion, clock }: { criterion: CriterionView; clock: ReaderClock }) {
  const { result, reason, latest, staleAt, minimumSample, windowHours } = criterion;
  const { word, tone } = RESULT_WORDS[result];
  const scale = latest && !isAttestation(criterion) ? meterOf(criterion, latest.value) : null;
  return (
    <Panel label="Result" className="grid gap-3 px-4.5 py-3.5">
      <div className="flex items-center gap-2.5">
        <h2 className="text-small font-semibold">Result</h2>
        <Chip tone={tone}>{word}</Chip>
      </div>
      <p>{reason}</p>
      {latest && scale && (
        <Meter
          label={`${quantity(latest.value, criterion.unit)}, target ${aimOf(criterion)}`}
          share={scale.share}
          target={scale.target}
          tone={tone}
        />
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-small">
        <dt className="text-ink-3">Target</dt>
        <dd>{aimOf(criterion)}</dd>
        <dt className="text-ink-3">Level</dt>
        <dd>{criterion.level === "MUST" ? "Must" : criterion.level === "SHOULD" ? "Should" : "Could"}</dd>
        {criterion.area && (
          <>
            <dt className="text-ink-3">Area</dt>
            <dd>{criterion.area}</dd>
          </>
        )}
        {windowHours !== null && (
          <>
            <dt className="text-ink-3">Window</dt>
            <dd>{windowHours} hours without a gap</dd>
          </>
        )}
        {minimumSample !== null && (
          <>
            <dt className="text-ink-3">Sample</dt>
            <dd>at least {minimumSample}</dd>
          </>
        )}
        <dt className="text-ink-3">Holds</dt>
        <dd>
          {criterion.maximumAgeDays} {criterion.maximumAgeDays === 1 ? "day" : "days"}
          {staleAt && (
            <>
              , {result === "STALE" ? "ended" : "until"} <Moment at={staleAt} clock={clock} />
            </>
          )}
        </dd>
      </dl>
    </Panel>
  );
}
