import "./report.css";
import type { Report } from "./report-content";
import { ReportCriteria } from "./report-criteria";
import { ReportDecisions } from "./report-decisions";
import { ReportScore } from "./report-score";
import { ReportSignOffs } from "./report-sign-offs";
import { RestOfList } from "./rest-of-list";

/** The rail as paper shows it: every phase by name, with its gate and its score. */
function ReportRail({ rail }: Pick<Report, "rail">) {
  return (
    <section aria-labelledby="report-rail">
      <h2 id="report-rail">Phases</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Gate</th>
            <th scope="col" className="figure">
              Readiness
            </th>
          </tr>
        </thead>
        <tbody>
          {rail.map(({ id, name, gate, score, isCurrent }) => (
            <tr key={id} aria-current={isCurrent ? "step" : undefined}>
              <th scope="row" className={isCurrent ? undefined : "plain"}>
                {isCurrent && <span aria-hidden="true">▸ </span>}
                {name}
              </th>
              <td className="short">{gate.word}</td>
              <td className="figure num">{score ?? "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A phase on paper: the rail, the gate and what stands in its way, the score, criteria, sign-offs and decisions. */
export function PhaseReport({ report }: { report: Report }) {
  const { asOf, workspace, rail, verdict, blockers, criteria, rules, decisions } = report;
  return (
    <div className="panel report">
      <p className="text-ink-2">
        {workspace}. As it stood {asOf}.
      </p>
      <ReportRail rail={rail} />
      <section aria-labelledby="report-gate">
        <h2 id="report-gate">Gate</h2>
        <p className="font-medium">{verdict.text}.</p>
        {blockers.rows.length > 0 && (
          <ul aria-label="Blockers" className="mt-1 list-disc pl-5">
            {blockers.rows.map(({ text, detail }) => (
              <li key={`${text}${detail}`}>
                {text}
                {detail && <span className="text-ink-2"> {detail}</span>}
              </li>
            ))}
          </ul>
        )}
        <RestOfList list={blockers} />
      </section>
      <ReportScore report={report} />
      <ReportCriteria criteria={criteria} />
      <ReportSignOffs rules={rules} />
      <ReportDecisions decisions={decisions} />
    </div>
  );
}
