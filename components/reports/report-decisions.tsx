import type { Report } from "./report-content";
import { RestOfList } from "./rest-of-list";

type Decision = Report["decisions"]["rows"][number];

function ReportDecision({ decision }: { decision: Decision }) {
  const { outcome, marks, by, reason, override, conditions, blockers, seal } = decision;
  return (
    <article className="border-t border-line py-2.5">
      <h3 className="font-semibold">
        {outcome} <span className="font-normal text-ink-2">({marks})</span>
      </h3>
      <p className="text-small text-ink-2">{by}</p>
      {reason && <p className="mt-1 whitespace-pre-wrap">{reason}</p>}
      {override && <p className="mt-1 whitespace-pre-wrap">Override: {override}</p>}
      {conditions.length > 0 && (
        <ul aria-label="Conditions" className="mt-1 list-disc pl-5">
          {conditions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {blockers.rows.length > 0 && (
        <ul aria-label="Blockers at that moment" className="mt-1 list-disc pl-5 text-ink-2">
          {blockers.rows.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <RestOfList list={blockers} />
      <p className="mt-1 font-mono text-[0.6875rem] break-all text-ink-3">sealed {seal}</p>
    </article>
  );
}

/** Every decision on the gate, newest first, with its seal in full. */
export function ReportDecisions({ decisions }: Pick<Report, "decisions">) {
  return (
    <section aria-labelledby="report-decisions">
      <h2 id="report-decisions">Decisions</h2>
      {decisions.rows.length === 0 ? (
        <p className="text-ink-2">This gate has not been decided.</p>
      ) : (
        decisions.rows.map((decision) => <ReportDecision key={decision.id} decision={decision} />)
      )}
      <RestOfList list={decisions} />
    </section>
  );
}
