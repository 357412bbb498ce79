"use client";
import { useState } from "react";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { addDays } from "@/lib/domain/days";
import type { ItemRow } from "@/lib/domain/item-views";
import { WAIVER_MAX_DAYS } from "@/lib/domain/waivers";
import type { ItemState } from "@/lib/domain/words";
import type { ItemStateWish, SetItemState } from "./set-item-state";

const WAIVER_USUAL_DAYS = 30;

interface StateDialogProps {
  item: ItemRow;
  state: ItemState;
  /** nobody else could approve a waiver, so the reader's own is enough, and is stamped */
  isAlone: boolean;
  clock: ReaderClock;
  setState: SetItemState;
  onClose: () => void;
}

/** Asks for the words a waiver or a "not applicable" must carry. */
export function StateDialog({ item, state, isAlone, clock, setState, onClose }: StateDialogProps) {
  const waiving = state === "WAIVED";
  const today = dayOf(clock.now, clock.zone);
  // The last moment of the 90th day would be too late, so the calendar ends one day earlier.
  const [lastDay] = useState(addDays(today, WAIVER_MAX_DAYS - 1));
  const { submit, pending, refusal, errorsOf } = useSubmit(
    (wish: ItemStateWish) => setState(item.id, wish),
    (set) => {
      if (waiving && set.state !== "WAIVED")
        notify({ text: `The waiver of “${item.title}” is asked for. Another manager or admin approves it.` });
      onClose();
    },
  );
  const read = (form: FormReader) =>
    submit({
      state,
      reason: form.text("reason"),
      ...(waiving && {
        expiresAt: `${form.text("expiresOn")}T23:59:59.000Z`,
      }),
    });
  return (
    <Dialog
      title={titleOf(waiving, isAlone)}
      description={
        waiving
          ? `“${item.title}” stops blocking the gate until the waiver lapses${isAlone ? "" : ", once a manager who is not you approves it"}. It earns no points.`
          : `“${item.title}” leaves the score, and how much was left out is shown.`
      }
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(read)}>
          <Field label="Reason" errors={errorsOf("reason")} required>
            {(control) => <Textarea {...control} name="reason" />}
          </Field>
          {waiving && (
            <Field label="Lapses after" hint="90 days at most." errors={errorsOf("expiresAt")} required>
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  name="expiresOn"
                  min={today}
                  max={lastDay}
                  defaultValue={addDays(today, WAIVER_USUAL_DAYS)}
                />
              )}
            </Field>
          )}
          <FormErrors refusal={refusal} shown={["reason", "expiresAt"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{verbOf(waiving, isAlone)}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

const titleOf = (waiving: boolean, isAlone: boolean) =>
  waiving ? (isAlone ? "Waive this item" : "Ask for a waiver") : "Not applicable";

const verbOf = (waiving: boolean, isAlone: boolean) =>
  waiving ? (isAlone ? "Waive it" : "Ask for it") : "Set not applicable";
