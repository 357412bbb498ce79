"use client";
import type { ActionOf } from "@/components/ui/action-of";
import type { ConflictWords } from "@/components/ui/conflict";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { useEdit } from "@/components/ui/use-edit";
import { type FormReader, onFormSubmit } from "@/components/ui/use-submit";
import type { CriterionView } from "@/lib/domain/criterion-views";
import { COMPARATORS, LEVELS } from "@/lib/domain/words";
import type { addCriterionSchema, editCriterionSchema } from "@/lib/schemas/criteria";
import { CRITERION_FIELDS, CriterionFields } from "./criterion-fields";

export interface SaveCriterion {
  add: ActionOf<typeof addCriterionSchema>;
  edit: ActionOf<typeof editCriterionSchema>;
}

export interface CriterionFormProps {
  projectId: string;
  phaseId: string | null;
  /** absent: a new one */
  criterion?: CriterionView;
  save: SaveCriterion;
}

const WORDS: ConflictWords = {
  text: { label: "Text" },
  comparator: { label: "Comparator" },
  target: { label: "Target" },
  unit: { label: "Unit" },
  window: { label: "Window" },
  windowHours: { label: "Window in hours" },
  level: { label: "Level" },
  area: { label: "Area" },
  minimumSample: { label: "Minimum sample" },
  maximumAgeDays: { label: "Stale after days" },
};

function valuesOf(form: FormReader) {
  const target = form.number("target");
  return {
    text: form.text("text"),
    comparator: target === null ? null : form.oneOf("comparator", COMPARATORS, ">="),
    target,
    unit: form.textOrNull("unit"),
    window: form.textOrNull("window"),
    windowHours: form.number("windowHours"),
    level: form.oneOf("level", LEVELS, "MUST"),
    area: form.textOrNull("area"),
    minimumSample: form.number("minimumSample"),
    maximumAgeDays: form.number("maximumAgeDays") ?? 30,
  };
}
type CriterionValues = ReturnType<typeof valuesOf>;

/** Comparator and target are one thing: the action takes both or neither. */
const withWholeAim = (changes: Partial<CriterionValues>, criterion: CriterionView | undefined) =>
  "comparator" in changes || "target" in changes
    ? { comparator: criterion?.comparator, target: criterion?.target, ...changes }
    : changes;

export function CriterionForm({
  projectId,
  phaseId,
  criterion,
  save,
  onClose,
}: CriterionFormProps & { onClose: () => void }) {
  const edit = useEdit<CriterionValues>({
    base: criterion ?? null,
    words: WORDS,
    add: (values) => save.add({ projectId, phaseId, ...values }),
    edit: (changes, version) =>
      save.edit({
        projectId,
        criterionId: criterion?.id ?? "",
        version,
        ...withWholeAim(changes, criterion),
      }),
    onDone: onClose,
  });
  return (
    <Dialog title={criterion ? "Edit the criterion" : "Add a criterion"} onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => edit.save(valuesOf(form)))}>
          <CriterionFields criterion={criterion} errorsOf={edit.errorsOf} />
          <EditErrors edit={edit} shown={CRITERION_FIELDS} onLeave={onClose} />
          <DialogActions
            onCancel={close}
            note={criterion && "A changed text, level, target or window makes signatures stale."}
          >
            <SubmitButton pending={edit.pending}>{criterion ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
