import type { Report } from "./report-content";
import { RestOfList } from "./rest-of-list";

/** The score and every point it lost: together they are 100. */
export function ReportScore({ report }: { report: Report }) {
  const { score, minimumScore, losses, areas, progress } = report;
  return (
    <section aria-labelledby="report-score">
      <h2 id="report-score">Readiness</h2>
      <p>
        {score === null ? (
          "Nothing here is scored."
        ) : (
          <>
            <b className="num text-hero leading-none font-semibold">{score}</b> of 100; the gate asks for{" "}
            {minimumScore}.
          </>
        )}{" "}
        {progress}
      </p>
      {score !== null && losses.rows.length > 0 && (
        <table className="mt-3">
          <thead>
            <tr>
              <th scope="col">Points lost to</th>
              <th scope="col" className="figure">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {losses.rows.map(({ id, title, points }) => (
              <tr key={id}>
                <td>{title}</td>
                <td className="figure num">{points}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>100 less what was lost</td>
              <td className="figure num">{score}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <RestOfList list={losses} />
      {areas.length > 1 && (
        <table className="mt-3">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Grade</th>
              <th scope="col" className="figure">
                Score
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, grade, score: own }) => (
              <tr key={area}>
                <td>{area}</td>
                <td>{grade}</td>
                <td className="figure num">{own}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
