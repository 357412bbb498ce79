import { lostPoints } from "@/components/readiness/points";
import type { ReadinessView } from "@/lib/domain/phase-views";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The score and every point it lost: together they are 100. */
export function ReportScore({ readiness, minimumScore }: { readiness: ReadinessView; minimumScore: number }) {
  const { score, losses, areas, itemsDone, itemsTotal, criteriaMet, criteriaTotal } = readiness;
  return (
    <section aria-labelledby="report-score">
      <h2 id="report-score">Readiness</h2>
      <p>
        {score === null ? (
          "Nothing here is scored."
        ) : (
          <>
            <b className="num text-hero leading-none font-[630]">{score}</b> of 100; the gate asks for{" "}
            {minimumScore}.
          </>
        )}{" "}
        {itemsDone} of {plural(itemsTotal, "item", "items")} done, {criteriaMet} of{" "}
        {plural(criteriaTotal, "criterion", "criteria")} met.
      </p>
      {score !== null && losses.length > 0 && (
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
            {losses.map(({ id, title, points }) => (
              <tr key={id}>
                <td>{title}</td>
                <td className="figure num">{lostPoints(points)}</td>
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
