import type { RiskView } from "@/lib/domain/risk-views";
import { RISK_SCALE, type RiskScale, severityOf } from "@/lib/domain/risks";
import { SCALE_WORDS, SEVERITY_WORDS } from "./risk-words";

const IMPACTS = RISK_SCALE;
const LIKELIHOODS = RISK_SCALE.toReversed();

/** Still to be lived with: what is mitigated or closed has left the matrix. */
const isThere = ({ state }: RiskView): boolean => state === "OPEN" || state === "ACCEPTED";

/** Likelihood times impact: where the open and accepted risks stand, by their number in the list. */
export function SeverityMatrix({ risks }: { risks: RiskView[] }) {
  const numbered = risks.map((risk, index) => ({ risk, number: index + 1 }));
  const there = numbered.filter(({ risk }) => isThere(risk));
  const at = (likelihood: RiskScale, impact: RiskScale) =>
    there.filter(({ risk }) => risk.likelihood === likelihood && risk.impact === impact);
  const unplaced = there.filter(({ risk }) => !(risk.likelihood && risk.impact)).length;
  if (there.length === 0) return null;
  if (unplaced === there.length)
    return (
      <p className="text-ink-2">
        Say how likely and how bad each risk is, and the severity matrix shows here.
      </p>
    );
  return (
    <section aria-label="Severity matrix" className="panel p-4.5">
      <table className="severity-matrix">
        <caption className="sr-only">Risks by likelihood and impact</caption>
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Likelihood
            </th>
            {IMPACTS.map((impact) => (
              <th key={impact} scope="col">
                {SCALE_WORDS[impact]} <span className="max-sm:sr-only">impact</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LIKELIHOODS.map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{SCALE_WORDS[likelihood]}</th>
              {IMPACTS.map((impact) => {
                const severity = severityOf(likelihood, impact);
                return (
                  <td key={impact} data-severity={severity}>
                    <span className="severity-word">{SEVERITY_WORDS[severity].word}</span>
                    <span className="flex flex-wrap gap-1">
                      {at(likelihood, impact).map(({ risk, number }) => (
                        <a
                          key={risk.id}
                          href={`#risk-${risk.id}`}
                          className="severity-risk num"
                          title={risk.title}
                          aria-label={`${number}: ${risk.title}`}
                        >
                          {number}
                        </a>
                      ))}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced > 0 && (
        <p className="mt-3 text-fine text-ink-3">
          {unplaced === 1 ? "1 risk is" : `${unplaced} risks are`} not in the matrix: nobody said how likely
          and how bad.
        </p>
      )}
    </section>
  );
}
