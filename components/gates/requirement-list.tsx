import { countOf } from "@/components/phases/gate-words";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { dayOf, formatDay, type ReaderClock } from "@/components/ui/time-format";
import type { PhaseView } from "@/lib/domain/phase-views";
import { BlockerList } from "./blocker-list";
import { type RequirementLine, requirementLines } from "./requirements";
import { VerdictLine } from "./verdict-line";

/** May we pass: the verdict, and every requirement of the policy with what is there and what is not. */
export function RequirementList({
  slug,
  phase,
  clock,
}: {
  slug: string;
  phase: PhaseView;
  clock: ReaderClock;
}) {
  const { blockers, review } = phase.gate;
  const { criteriaTotal, itemsTotal } = phase.readiness;
  const policy = review
    ? `the policy frozen on ${formatDay(dayOf(review.requestedAt, clock.zone), clock)}`
    : "the policy as it stands";
  return (
    <Panel label="Requirements" className="overflow-hidden">
      <div className="px-4.5 pt-4 pb-3">
        <VerdictLine phase={phase}>
          Judged live against {policy}: {countOf(itemsTotal, "item")},{" "}
          {countOf(criteriaTotal, "criterion", "criteria")}, {countOf(phase.rules.length, "sign-off rule")}
        </VerdictLine>
      </div>
      <ul>{requirementLines(slug, phase).map(requirementRow)}</ul>
      {blockers.length > 0 && (
        <details className="border-t border-line px-4.5 py-2.5">
          <summary className="text-small text-ink-2">Everything in the way, one by one</summary>
          <div className="pt-2">
            <BlockerList blockers={blockers} shown={50} />
          </div>
        </details>
      )}
    </Panel>
  );
}

function requirementRow({ key, held, text, detail, link }: RequirementLine) {
  return (
    <li key={key} className="requirement">
      <span className={held ? "text-go" : "text-stop"}>
        <Icon name={held ? "check" : "cross"} />
        <span className="sr-only">{held ? "held:" : "missing:"}</span>
      </span>
      <div className="num min-w-0">
        {text}
        <small>{detail}</small>
      </div>
      {link && (
        <a href={link.href} className="chip" aria-label={`${link.label}: ${text}`}>
          {link.label}
        </a>
      )}
    </li>
  );
}
