"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { ReaderClock } from "@/components/ui/time-format";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { CriterionView, MeasurementView } from "@/lib/domain/criterion-views";
import type { recordMeasurementSchema } from "@/lib/schemas/measurements";
import { aimOf, isAttestation, quantity } from "./criterion-words";

export type RecordMeasurement = ActionOf<typeof recordMeasurementSchema>;

export interface RecordDialogProps {
  projectId: string;
  criterion: CriterionView;
  /** the measurement to correct; it stays in the history, struck through */
  corrects?: MeasurementView;
  record: RecordMeasurement;
  clock: ReaderClock;
}

export function RecordDialog({
  projectId,
  criterion,
  corrects,
  record,
  onClose,
}: RecordDialogProps & { onClose: () => void }) {
  const { submit, pending, refusal, errorsOf } = useSubmit(record, onClose);
  const attestation = isAttestation(criterion);
  const read = (form: FormReader) => {
    const measuredAt = form.text("measuredAt");
    submit({
      projectId,
      criterionId: criterion.id,
      value: form.number("value") ?? Number.NaN,
      sampleSize: form.number("sampleSize"),
      measuredAt: measuredAt ? new Date(measuredAt) : null,
      note: form.textOrNull("note"),
      supersedesId: corrects?.id ?? null,
    });
  };
  return (
    <Dialog
      title={corrects ? "Correct a measurement" : "Record a measurement"}
      description={`${criterion.text.replace(/[.:]$/, "")}: ${aimOf(criterion)}`}
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(read)}>
          {corrects && (
            <p className="text-small text-ink-2">
              {quantity(corrects.value, criterion.unit)} is never changed: it stays in the history, struck
              through.
            </p>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            {attestation ? (
              <Field label="Does it hold?" errors={errorsOf("value")} required>
                {(control) => (
                  <Select {...control} name="value" defaultValue="">
                    <option value="" disabled>
                      Choose
                    </option>
                    <option value="1">Yes, I have seen it</option>
                    <option value="0">No</option>
                  </Select>
                )}
              </Field>
            ) : (
              <Field
                label={criterion.unit ? `Value in ${criterion.unit}` : "Value"}
                errors={errorsOf("value")}
                required
              >
                {(control) => <TextInput {...control} name="value" inputMode="decimal" autoComplete="off" />}
              </Field>
            )}
            {!attestation && (
              <Field
                label="Sample size"
                hint={
                  criterion.minimumSample
                    ? `At least ${criterion.minimumSample}, or it is inconclusive.`
                    : "How many answers, tests or requests."
                }
                required={criterion.minimumSample !== null}
                errors={errorsOf("sampleSize")}
              >
                {(control) => (
                  <TextInput
                    {...control}
                    name="sampleSize"
                    defaultValue={corrects?.sampleSize ?? ""}
                    inputMode="numeric"
                    autoComplete="off"
                  />
                )}
              </Field>
            )}
          </div>
          <Field
            label="Measured at"
            hint="Now, when left empty."
            required={false}
            errors={errorsOf("measuredAt")}
          >
            {(control) => <TextInput {...control} type="datetime-local" name="measuredAt" />}
          </Field>
          <Field label="Note" hint="Where the number comes from." required={false} errors={errorsOf("note")}>
            {(control) => <Textarea {...control} name="note" rows={2} />}
          </Field>
          <FormErrors refusal={refusal} shown={["value", "sampleSize", "measuredAt", "note"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Record</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
