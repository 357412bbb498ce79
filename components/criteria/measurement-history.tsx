import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { CriterionView, MeasurementView } from "@/lib/domain/criterion-views";
import { RecordButton } from "./criterion-buttons";
import { isAttestation, quantity } from "./criterion-words";
import type { RecordMeasurement } from "./record-dialog";

interface MeasurementHistoryProps {
  projectId: string;
  criterion: CriterionView;
  /** newest first */
  measurements: MeasurementView[];
  mayWork: boolean;
  record: RecordMeasurement;
  clock: ReaderClock;
}

/** Every measurement ever taken. A corrected one is struck through and stays. */
export function MeasurementHistory({
  projectId,
  criterion,
  measurements,
  mayWork,
  record,
  clock,
}: MeasurementHistoryProps) {
  if (measurements.length === 0)
    return <EmptyState title="Not measured yet">Until it is, this criterion passes nothing.</EmptyState>;
  const shownValue = ({ value }: MeasurementView) =>
    isAttestation(criterion) ? (value === 1 ? "Yes" : "No") : quantity(value, criterion.unit);
  return (
    <div className="scroll-x">
      <table className="table num">
        <thead>
          <tr>
            <th scope="col">Measured</th>
            <th scope="col">Value</th>
            <th scope="col">Sample</th>
            <th scope="col">By</th>
            <th scope="col">Note</th>
            {mayWork && (
              <th scope="col">
                <span className="sr-only">Correct</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {measurements.map((measurement) => (
            <tr key={measurement.id} className={measurement.supersededById ? "text-ink-3" : undefined}>
              <td className="whitespace-nowrap">
                <Moment at={measurement.measuredAt} clock={clock} />
              </td>
              <td className="font-medium whitespace-nowrap">
                {measurement.supersededById ? (
                  <>
                    <s>{shownValue(measurement)}</s> <span className="text-fine font-normal">corrected</span>
                  </>
                ) : (
                  shownValue(measurement)
                )}
              </td>
              <td>{measurement.sampleSize === null ? "" : quantity(measurement.sampleSize, null)}</td>
              <td className="whitespace-nowrap">
                {measurement.by}
                <span className="block text-fine text-ink-3">
                  {measurement.source === "manual" ? "by hand" : measurement.source}
                </span>
              </td>
              <td className="min-w-40 whitespace-pre-wrap">{measurement.note}</td>
              {mayWork && (
                <td className="text-right">
                  {!measurement.supersededById && (
                    <RecordButton
                      trigger={{
                        label: "Correct",
                        name: `Correct ${shownValue(measurement)}`,
                        small: true,
                        look: "quiet",
                      }}
                      dialog={{ projectId, criterion, corrects: measurement, record, clock }}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
