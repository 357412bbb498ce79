import type { PhaseView } from "@/lib/domain/phase-views";
import { TextList } from "./text-list";

/** What the phase is for and for whom; folded away, because one reads it once. */
export function PhasePurpose({ phase }: { phase: Pick<PhaseView, "goals" | "scope" | "audience"> }) {
  const { goals, scope, audience } = phase;
  if (goals.length + scope.length === 0 && !audience) return null;
  return (
    <details className="panel mb-4 px-4.5 py-3">
      <summary className="text-small font-semibold">Goals and scope</summary>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <TextList title="Goals" lines={goals} />
        <TextList title="Scope" lines={scope} />
        {audience && (
          <div>
            <h2 className="mb-1 text-small font-semibold">For whom</h2>
            <p>{audience}</p>
          </div>
        )}
      </div>
    </details>
  );
}
