import { Select } from "@/components/ui/select";
import type { Outcome } from "@/lib/domain/words";

const CHOICES = [
  { outcome: "GO", title: "Go", does: "open the next phase", doesLast: "finish the project" },
  {
    outcome: "CONDITIONAL_GO",
    title: "Go, with conditions",
    does: "they become Must items",
    doesLast: "no phase follows to carry them",
  },
  { outcome: "HOLD", title: "Hold", does: "stay here, with a reason", doesLast: "stay here, with a reason" },
  {
    outcome: "RECYCLE",
    title: "Send back or stop",
    does: "to a phase, or for good",
    doesLast: "to a phase, or for good",
  },
] as const;

interface OutcomeChoicesProps {
  outcome: Outcome;
  isLastPhase: boolean;
  /** those that make sense on this gate now */
  offered: readonly Outcome[];
  onChange: (outcome: Outcome) => void;
}

export function OutcomeChoices({ outcome, isLastPhase, offered, onChange }: OutcomeChoicesProps) {
  const mayStop = offered.includes("STOP");
  const leaving = outcome === "RECYCLE" || outcome === "STOP";
  return (
    <div className="grid gap-3">
      <fieldset className="choices">
        <legend className="sr-only">Outcome</legend>
        {CHOICES.filter((choice) => offered.includes(choice.outcome)).map((choice) => (
          <label key={choice.outcome} className="choice">
            <input
              type="radio"
              name="outcome"
              checked={choice.outcome === outcome || (choice.outcome === "RECYCLE" && leaving)}
              onChange={() => onChange(choice.outcome)}
            />
            <b>{choice.outcome === "RECYCLE" && !mayStop ? "Send back" : choice.title}</b>
            <span>{isLastPhase ? choice.doesLast : choice.does}</span>
          </label>
        ))}
      </fieldset>
      {leaving && mayStop && (
        <Select
          aria-label="Send back or stop"
          value={outcome}
          onChange={(event) => onChange(event.currentTarget.value === "STOP" ? "STOP" : "RECYCLE")}
        >
          <option value="RECYCLE">Send back to a phase, to be worked again</option>
          <option value="STOP">Stop for good</option>
        </Select>
      )}
    </div>
  );
}
