import { EmptyState } from "@/components/ui/empty-state";
import type { ReaderClock } from "@/components/ui/time-format";
import type { CriterionView } from "@/lib/domain/criterion-views";
import type { MayView } from "@/lib/domain/project-views";
import { CriterionFormButton, RecordButton } from "./criterion-buttons";
import type { SaveCriterion } from "./criterion-form";
import { criterionRow } from "./criterion-row";
import { MoveCriterion, type MoveCriterionAction } from "./move-criterion";
import type { RecordMeasurement } from "./record-dialog";

export interface CriteriaListProps {
  projectId: string;
  slug: string;
  /** null: criteria of the whole project */
  phaseId: string | null;
  criteria: CriterionView[];
  may: Pick<MayView, "work" | "edit">;
  record: RecordMeasurement;
  save: SaveCriterion;
  move: MoveCriterionAction;
  /** shows the forms that change the plan */
  editing: boolean;
  clock: ReaderClock;
}

/** Success criteria: measured, not asserted. */
export function CriteriaList(props: CriteriaListProps) {
  const { projectId, slug, phaseId, criteria, may, record, save, move, editing, clock } = props;
  const met = criteria.filter(({ result }) => result === "MET").length;
  const ids = criteria.map(({ id }) => id);
  const rowAction = (criterion: CriterionView) =>
    editing ? (
      <>
        <MoveCriterion projectId={projectId} criterion={criterion} ids={ids} move={move} />
        <CriterionFormButton
          trigger={{ label: "Edit", name: `Edit ${criterion.text}`, small: true }}
          dialog={{ projectId, phaseId, criterion, save }}
        />
      </>
    ) : (
      may.work && (
        <RecordButton
          trigger={{ label: "Record", name: `Record a measurement: ${criterion.text}`, small: true }}
          dialog={{ projectId, criterion, record, clock }}
        />
      )
    );
  return (
    <section aria-label="Success criteria">
      <div className="section-head">
        <h2>Success criteria</h2>
        <span className="num">
          {met} of {criteria.length} met
        </span>
        {editing && may.edit && (
          <span className="ml-auto">
            <CriterionFormButton
              trigger={{ label: "Add a criterion", icon: "plus", small: true }}
              dialog={{ projectId, phaseId, save }}
            />
          </span>
        )}
      </div>
      {criteria.length === 0 ? (
        <EmptyState title="No success criteria">
          A criterion says which number shows that {phaseId ? "this phase" : "the project as a whole"} worked.
        </EmptyState>
      ) : (
        <ul>{criteria.map((criterion) => criterionRow(criterion, slug, rowAction(criterion)))}</ul>
      )}
    </section>
  );
}
