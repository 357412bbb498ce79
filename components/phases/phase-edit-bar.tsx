"use client";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { navigate, notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { RailPhase } from "@/lib/domain/project-views";
import { projectHref } from "./hrefs";
import type { PhaseEdits } from "./phase-edits";
import type { FormPhase } from "./phase-form";
import { PhaseFormButton } from "./phase-form-button";

interface PhaseEditBarProps {
  projectId: string;
  slug: string;
  phase: FormPhase;
  phases: RailPhase[];
  edits: PhaseEdits;
}

/** While a plan is edited: what can be done to the phase as a whole, and one more phase. */
export function PhaseEditBar({ projectId, slug, phase, phases, edits }: PhaseEditBarProps) {
  const at = phases.findIndex(({ id }) => id === phase.id);
  const move = useSubmit((beforePhaseId: string | null) =>
    edits.move({ projectId, phaseId: phase.id, beforePhaseId, version: phase.version }),
  );
  const archive = useSubmit(
    () => edits.archive({ projectId, phaseId: phase.id }),
    () => {
      notify({
        text: `“${phase.name}” is archived with all it holds.`,
        undo: undoBy(() => edits.restore({ projectId, phaseId: phase.id })),
      });
      navigate(projectHref(slug));
    },
  );
  return (
    <div className="panel mb-4 grid gap-2 px-4.5 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto font-semibold">Editing {phase.name}</p>
        <PhaseFormButton
          trigger={{ label: "Edit the phase", icon: "pencil", small: true }}
          dialog={{ projectId, phase, edits }}
        />
        <Button small disabled={at <= 0} onClick={() => move.submit(phases[at - 1]?.id ?? null)}>
          Move earlier
        </Button>
        <Button
          small
          disabled={at === phases.length - 1}
          onClick={() => move.submit(phases[at + 2]?.id ?? null)}
        >
          Move later
        </Button>
        <Button small disabled={phases.length === 1} onClick={() => archive.submit(undefined)}>
          Archive
        </Button>
        <PhaseFormButton
          trigger={{ label: "Add a phase", icon: "plus", small: true }}
          dialog={{ projectId, edits }}
        />
      </div>
      <FormErrors refusal={move.refusal ?? archive.refusal} />
    </div>
  );
}
