import { OUTCOME_WORDS } from "@/components/gates/gate-verdict";
import { formatDay, formatFull, type ReaderClock } from "@/components/ui/time-format";
import type { DecisionView } from "@/lib/domain/gate-views";

function marksOf({ score, override, selfApproved, superseded, recycleTo }: DecisionView): string {
  return [
    score === null ? "not scored" : `score ${score}`,
    override && "by override",
    selfApproved && "self-approved",
    recycleTo && `sent back to ${recycleTo}`,
    superseded && "superseded",
  ]
    .filter(Boolean)
    .join(", ");
}

function decisionOf(decision: DecisionView, clock: ReaderClock) {
  const { id, outcome, by, at, reason, overrideReason, conditions, blockers, snapshotHash } = decision;
  return (
    <article key={id} className="border-t border-line py-2.5">
      <h3 className="font-[600]">
        {OUTCOME_WORDS[outcome]} <span className="font-normal text-ink-2">({marksOf(decision)})</span>
      </h3>
      <p className="text-small text-ink-2">
        {by ?? "The review timed out"}, {formatFull(at, clock)}
      </p>
      {reason && <p className="mt-1 whitespace-pre-wrap">{reason}</p>}
      {overrideReason && <p className="mt-1 whitespace-pre-wrap">Override: {overrideReason}</p>}
      {conditions.length > 0 && (
        <ul aria-label="Conditions" className="mt-1 list-disc pl-5">
          {conditions.map(({ text, owner, dueOn, met }) => (
            <li key={text}>
              {text} ({owner}, {met ? "met" : `due ${formatDay(dueOn, clock)}`})
            </li>
          ))}
        </ul>
      )}
      {blockers.length > 0 && (
        <ul aria-label="Blockers at that moment" className="mt-1 list-disc pl-5 text-ink-2">
          {blockers.map(({ type, text }) => (
            <li key={`${type}-${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 font-mono text-[0.6875rem] break-all text-ink-3">sealed {snapshotHash}</p>
    </article>
  );
}

/** Every decision on the gate, newest first, with its seal in full. */
export function ReportDecisions({ history, clock }: { history: DecisionView[]; clock: ReaderClock }) {
  return (
    <section aria-labelledby="report-decisions">
      <h2 id="report-decisions">Decisions</h2>
      {history.length === 0 ? (
        <p className="text-ink-2">This gate has not been decided.</p>
      ) : (
        history.map((decision) => decisionOf(decision, clock))
      )}
    </section>
  );
}
