import type { Report } from "./report-content";
import { RestOfList } from "./rest-of-list";

/** What was measured against what was asked. */
export function ReportCriteria({ criteria }: Pick<Report, "criteria">) {
  if (criteria.rows.length === 0) return null;
  return (
    <section aria-labelledby="report-criteria">
      <h2 id="report-criteria">Success criteria</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Measured</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {criteria.rows.map(({ id, text, aim, measured, result }) => (
            <tr key={id}>
              <td>
                {text}
                <span className="block text-ink-2">{aim}</span>
              </td>
              <td>{measured}</td>
              <td className="short">{result.word}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RestOfList list={criteria} />
    </section>
  );
}
