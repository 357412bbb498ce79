import { TextList } from "@/components/phases/text-list";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Day } from "@/components/ui/time";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import type { MayView } from "@/lib/domain/project-views";
import type { RehearsalView, RollbackView } from "@/lib/domain/rollback-views";
import { RehearsalButton, RollbackFormButton } from "./rollback-buttons";
import type { RollbackEdits } from "./rollback-edits";
import { OUTCOME_WORDS, STANDING_WORDS } from "./rollback-words";

interface RollbackPlanProps {
  projectId: string;
  phaseName: string;
  rollback: RollbackView;
  may: Pick<MayView, "work" | "edit">;
  edits: RollbackEdits;
  clock: ReaderClock;
}

/** The way back from a phase: what starts it, what is done, and how it went when it was tried. */
export function RollbackPlan({ projectId, phaseName, rollback, may, edits, clock }: RollbackPlanProps) {
  const { phaseId, triggers, steps, standing, rehearsals, version } = rollback;
  const { word, tone } = STANDING_WORDS[standing];
  const editButton = may.edit && (
    <RollbackFormButton
      trigger={{ label: standing === "NO_PLAN" ? "Write the rollback plan" : "Edit the plan", small: true }}
      dialog={{ projectId, rollback: { phaseId, triggers, steps, version }, edit: edits.edit }}
    />
  );
  if (triggers.length + steps.length + rehearsals.length === 0)
    return (
      <EmptyState title="No rollback plan" actions={editButton}>
        What starts the way back from this phase, what is done then, and that it was rehearsed.
      </EmptyState>
    );
  return (
    <section aria-label="Rollback plan" className="pb-3">
      <div className="section-head items-center!">
        <h2>Rollback plan</h2>
        <div>
          <Chip tone={tone}>{word}</Chip>
        </div>
        <span className="ml-auto flex flex-wrap gap-2">{editButton}</span>
      </div>
      <div className="grid gap-4 px-4.5 py-2 md:grid-cols-2">
        <TextList title="What starts it" lines={triggers} empty="Nothing is named." />
        <TextList title="Steps" lines={steps} ordered empty="No steps are written." />
      </div>
      <div className="section-head items-center!">
        <h2>Rehearsals</h2>
        {may.work && steps.length > 0 && (
          <span className="ml-auto">
            <RehearsalButton
              trigger={{ label: "Record a rehearsal", small: true }}
              dialog={{
                projectId,
                phaseId,
                phaseName,
                today: dayOf(clock.now, clock.zone),
                rehearsed: edits.rehearsed,
              }}
            />
          </span>
        )}
      </div>
      {rehearsals.length === 0 ? (
        <p className="px-4.5 pt-1 text-ink-2">Nobody has rehearsed it yet.</p>
      ) : (
        <ul>{rehearsals.map((rehearsal) => rehearsalRow(rehearsal, clock))}</ul>
      )}
    </section>
  );
}

function rehearsalRow({ id, rehearsedOn, outcome, note, by }: RehearsalView, clock: ReaderClock) {
  const { word, tone } = OUTCOME_WORDS[outcome];
  return (
    <li key={id} className="border-t border-line px-4.5 py-2.5 first:border-t-0">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={tone}>{word}</Chip>
        <Day day={rehearsedOn} clock={clock} />
        <span className="text-fine text-ink-3">recorded by {by ?? "somebody who left"}</span>
      </p>
      {note && <p className="mt-1 text-small wrap-anywhere whitespace-pre-wrap text-ink-2">{note}</p>}
    </li>
  );
}
