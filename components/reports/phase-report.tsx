import "./report.css";
import { verdictOf } from "@/components/gates/gate-verdict";
import { gateChipOf } from "@/components/phases/gate-words";
import { formatFull, type ReaderClock } from "@/components/ui/time-format";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView, RailPhase } from "@/lib/domain/project-views";
import { ReportDecisions } from "./report-decisions";
import { ReportScore } from "./report-score";
import { ReportSignOffs } from "./report-sign-offs";

/** The rail as paper shows it: every phase by name, with its gate and its score. */
function ReportRail({ phases, current }: { phases: RailPhase[]; current: string }) {
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
          {phases.map((phase) => (
            <tr key={phase.id} aria-current={phase.id === current ? "step" : undefined}>
              <th scope="row" className={phase.id === current ? undefined : "plain"}>
                {phase.id === current && <span aria-hidden="true">▸ </span>}
                {phase.name}
              </th>
              <td>
                {phase.status === "PLANNED" && phase.gateStatus === "BLOCKED"
                  ? "planned"
                  : gateChipOf(phase).word}
              </td>
              <td className="figure num">{phase.score ?? "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A phase on paper: the rail, the gate and what stands in its way, the score, sign-offs and decisions. */
export function PhaseReport({
  project,
  phase,
  clock,
}: {
  project: ProjectView;
  phase: PhaseView;
  clock: ReaderClock;
}) {
  const { gate, readiness, rules } = phase;
  return (
    <div className="panel report">
      <p className="text-ink-2">As it stood {formatFull(clock.now, clock)}.</p>
      <ReportRail phases={project.phases} current={phase.id} />
      <section aria-labelledby="report-gate">
        <h2 id="report-gate">Gate</h2>
        <p className="font-[570]">{verdictOf(phase).text}.</p>
        {gate.blockers.length > 0 && (
          <ul aria-label="Blockers" className="mt-1 list-disc pl-5">
            {gate.blockers.map(({ type, subjectId, text, detail }) => (
              <li key={`${type}-${subjectId}-${text}`}>
                {text}
                {detail && <span className="text-ink-2"> {detail}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <ReportScore readiness={readiness} minimumScore={phase.minimumScore} />
      <ReportSignOffs rules={rules} clock={clock} />
      <ReportDecisions history={gate.history} clock={clock} />
    </div>
  );
}
