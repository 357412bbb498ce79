import { Button } from "./button";
import type { Conflict } from "./conflict";

interface ConflictChoiceProps {
  conflict: Conflict;
  pending: boolean;
  /** saves what was typed over what stands there now */
  onKeepMine: (version: number) => void;
  onTakeTheirs: () => void;
}

/** Somebody else was quicker: both versions side by side, nothing typed is lost, the person chooses. */
export function ConflictChoice({ conflict, pending, onKeepMine, onTakeTheirs }: ConflictChoiceProps) {
  return (
    <div role="alert" className="rounded-lg border border-warn bg-warn-soft p-3 text-small">
      <p className="font-semibold text-warn">Somebody else changed this meanwhile</p>
      {conflict.fields.length === 0 ? (
        <p className="mt-1">They changed other parts of it. Nothing collides with what you typed.</p>
      ) : (
        collisions(conflict)
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button small disabled={pending} onClick={() => onKeepMine(conflict.version)}>
          {conflict.fields.length === 0 ? "Save mine too" : "Save mine over it"}
        </Button>
        <Button small disabled={pending} onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}

function collisions({ fields }: Conflict) {
  return (
    <table className="mt-2 w-full">
      <thead>
        <tr className="text-left text-fine text-ink-2">
          <th className="pr-3 font-normal">
            <span className="sr-only">Field</span>
          </th>
          <th className="pr-3 font-normal">What you typed</th>
          <th className="font-normal">What stands there now</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, mine, theirs }) => (
          <tr key={label} className="align-top">
            <th className="py-1 pr-3 text-left font-medium">{label}</th>
            <td className="py-1 pr-3">{mine}</td>
            <td className="py-1">{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
