"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { type ConflictWords, conflictOf } from "@/components/ui/conflict";
import { ConflictChoice } from "@/components/ui/conflict-choice";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { requestRefresh } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { CriterionView } from "@/lib/domain/views";
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

export function CriterionForm({
  projectId,
  phaseId,
  criterion,
  save,
  onClose,
}: CriterionFormProps & { onClose: () => void }) {
  const [typed, setTyped] = useState<CriterionValues | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(
    ({ values, version }: { values: CriterionValues; version: number }) =>
      criterion
        ? save.edit({ projectId, criterionId: criterion.id, version, ...values })
        : save.add({ projectId, phaseId, ...values }),
    onClose,
  );
  const send = (values: CriterionValues, version = criterion?.version ?? 1) => {
    setTyped(values);
    submit({ values, version });
  };
  const conflict = typed && conflictOf(refusal, typed, WORDS);
  const takeTheirs = () => {
    requestRefresh();
    onClose();
  };
  return (
    <Dialog title={criterion ? "Edit the criterion" : "Add a criterion"} onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit((form) => send(valuesOf(form)))}>
          <CriterionFields criterion={criterion} errorsOf={errorsOf} />
          {conflict && typed ? (
            <ConflictChoice
              conflict={conflict}
              pending={pending}
              onKeepMine={(version) => send(typed, version)}
              onTakeTheirs={takeTheirs}
            />
          ) : (
            <FormErrors refusal={refusal} shown={CRITERION_FIELDS} />
          )}
          <DialogActions
            onCancel={close}
            note={criterion && "A changed text, level, target or window makes signatures stale."}
          >
            <SubmitButton pending={pending}>{criterion ? "Save" : "Add"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
