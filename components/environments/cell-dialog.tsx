"use client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EditErrors } from "@/components/ui/edit-errors";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import { useEdit } from "@/components/ui/use-edit";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { CellView } from "@/lib/domain/environment-views";
import { CELL_STATES, type CellState } from "@/lib/domain/environments";
import { CELL_STATE_WORDS } from "./cell-words";
import type { CellEdits } from "./environment-edits";

export interface CellDialogProps {
  projectId: string;
  itemId: string;
  itemKey: string;
  environment: string;
  cell: CellView;
  edits: CellEdits;
  clock: ReaderClock;
}

const WORDS = {
  state: {
    label: "State",
    value: (raw: unknown) => CELL_STATE_WORDS[CELL_STATES.find((state) => state === raw) ?? "MISSING"].word,
  },
  value: { label: "Value" },
};

/** What stands in one cell, and whether somebody looked that it is so. */
export function CellDialog(props: CellDialogProps & { onClose: () => void }) {
  const { projectId, itemId, itemKey, environment, cell, edits, onClose } = props;
  const place = { projectId, configurationItemId: itemId, environmentId: cell.environmentId };
  const edit = useEdit<{ state: CellState; value: string }>({
    base: cell,
    words: WORDS,
    add: (values) => edits.edit({ ...place, version: 0, ...values }),
    edit: (changes, version) => edits.edit({ ...place, version, ...changes }),
    onDone: onClose,
  });
  return (
    <Dialog title={itemKey} description={`in ${environment}`} onClose={onClose}>
      {(close) => (
        <div className="grid gap-4">
          <CellVerification {...props} onDone={onClose} />
          <form
            className="grid gap-4 border-t border-line pt-4"
            onSubmit={onFormSubmit((form) =>
              edit.save({ state: form.oneOf("state", CELL_STATES, "MISSING"), value: form.text("value") }),
            )}
          >
            <Field label="State" errors={edit.errorsOf("state")}>
              {(control) => (
                <Select {...control} name="state" defaultValue={cell.state}>
                  {CELL_STATES.map((state) => (
                    <option key={state} value={state}>
                      {CELL_STATE_WORDS[state].word}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              label="Value"
              required={false}
              hint="What it is set to, or where that is found. Never the value of a secret."
              errors={edit.errorsOf("value")}
            >
              {(control) => <Textarea {...control} name="value" rows={3} defaultValue={cell.value} />}
            </Field>
            <EditErrors edit={edit} shown={["state", "value"]} onLeave={onClose} />
            <DialogActions
              onCancel={close}
              note={cell.verifiedAt ? "A change takes the verification away." : undefined}
            >
              <SubmitButton pending={edit.pending}>Save</SubmitButton>
            </DialogActions>
          </form>
        </div>
      )}
    </Dialog>
  );
}

function CellVerification({
  projectId,
  itemId,
  cell,
  edits,
  clock,
  onDone,
}: CellDialogProps & { onDone: () => void }) {
  const { submit, pending, refusal } = useSubmit(edits.verify, onDone);
  const verify = (verified: boolean) => () =>
    submit({
      projectId,
      configurationItemId: itemId,
      environmentId: cell.environmentId,
      version: cell.version,
      verified,
    });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 text-ink-2">
          {cell.verifiedAt ? (
            <>
              Verified by {cell.verifiedBy ?? "somebody who left"},{" "}
              <Moment at={cell.verifiedAt} clock={clock} />
            </>
          ) : cell.state === "MISSING" ? (
            "Missing: say what stands there, then it can be verified."
          ) : (
            "Nobody has verified that this is so."
          )}
        </p>
        {cell.state !== "MISSING" && (
          <Button aria-disabled={pending || undefined} onClick={verify(!cell.verifiedAt)}>
            {cell.verifiedAt ? "Take back" : "Verify"}
          </Button>
        )}
      </div>
      <FormErrors refusal={refusal} shown={[]} />
    </div>
  );
}
