import { countOf } from "@/components/phases/gate-words";
import { Chip, type Tone } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Day, Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { DecisionView } from "@/lib/domain/gate-views";
import type { Outcome } from "@/lib/domain/words";
import { OUTCOME_WORDS } from "./gate-verdict";

const TONES: Record<Outcome, Tone> = {
  GO: "go",
  CONDITIONAL_GO: "warn",
  HOLD: "plain",
  RECYCLE: "plain",
  STOP: "stop",
};

interface DecisionCardProps {
  decision: DecisionView;
  clock: ReaderClock;
  /** page of the gate as it was judged; absent on that page itself */
  href?: string;
}

/** One decision as it was taken: never edited, only superseded. */
export function DecisionCard({ decision, clock, href }: DecisionCardProps) {
  const { outcome, reason, override, overrideReason, selfApproved, by, at, score, blockers, conditions } =
    decision;
  return (
    <article className="border-t border-line px-4.5 py-3.5">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{OUTCOME_WORDS[outcome]}</h3>
        {override ? (
          <Chip tone="warn">GO by override</Chip>
        ) : (
          <Chip tone={TONES[outcome]}>{score === null ? "not scored" : `score ${score}`}</Chip>
        )}
        {selfApproved && <Chip tone="warn">self-approved</Chip>}
        {decision.superseded && <Chip>superseded</Chip>}
        <span className="ml-auto text-fine text-ink-3">
          {by ?? "the review timed out"}, <Moment at={at} clock={clock} />
        </span>
      </div>
      {decision.recycleTo && <p className="mt-1 text-small text-ink-2">Sent back to {decision.recycleTo}</p>}
      {reason && <p className="mt-1.5 whitespace-pre-wrap">{reason}</p>}
      {overrideReason && (
        <p className="mt-1.5 whitespace-pre-wrap">
          <span className="font-medium text-warn">Override: </span>
          {overrideReason}
        </p>
      )}
      {conditions.length > 0 && (
        <ul aria-label="Conditions" className="mt-2 grid gap-1 text-small">
          {conditions.map(({ text, owner, dueOn, met }) => (
            <li key={text} className="flex items-baseline gap-2">
              <span className={met ? "text-go" : "text-ink-3"}>
                {met ? <Icon name="check" size={12} /> : "◇"}
              </span>
              <span>
                {text}
                <span className="text-ink-3">
                  {" "}
                  {owner},{" "}
                  {met ? (
                    "met"
                  ) : (
                    <>
                      due <Day day={dueOn} clock={clock} />
                    </>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {blockers.length > 0 && (
        <details className="mt-2 text-small">
          <summary className="text-ink-2">{countOf(blockers.length, "blocker")} at that moment</summary>
          <ul className="mt-1 list-disc pl-5 text-ink-2">
            {blockers.map(({ type, text }) => (
              <li key={`${type}-${text}`}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-2 truncate font-mono text-[0.6875rem] text-ink-3" title={decision.snapshotHash}>
        sealed {decision.snapshotHash.slice(0, 16)}
        {href && (
          <>
            {" · "}
            <a href={href} className="link font-sans">
              as it was judged
            </a>
          </>
        )}
      </p>
    </article>
  );
}
