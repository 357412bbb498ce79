import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReadinessView } from "@/lib/domain/phase-views";
import { signedPoints } from "./points";

/** How ready each area is by itself, as a letter and a number. */
export function AreaGrades({ areas }: { areas: ReadinessView["areas"] }) {
  if (areas.length < 2) return null;
  return (
    <Panel label="Areas" className="px-4.5 py-3">
      <PanelHeading title="Areas" />
      <table className="num w-full text-small">
        <thead className="sr-only">
          <tr>
            <th>Area</th>
            <th>Grade</th>
            <th>Score</th>
            <th>Change</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, grade, score, change }) => (
            <tr key={area}>
              <th
                scope="row"
                className="w-full max-w-0 truncate py-1 text-left font-normal text-ink-2"
                title={area}
              >
                {area}
              </th>
              <td className="px-2 font-semibold">{grade}</td>
              <td className="px-2 text-right text-ink-2">{score}</td>
              <td className="min-w-9 text-right text-ink-3">
                {change === null || change === 0 ? "" : signedPoints(change)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
