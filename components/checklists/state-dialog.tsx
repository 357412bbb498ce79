"use client";
import { useState } from "react";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { addDays } from "@/lib/domain/days";
import type { ItemRow } from "@/lib/domain/item-views";
import { WAIVER_MAX_DAYS } from "@/lib/domain/items";
import type { PersonView } from "@/lib/domain/project-views";
import type { ItemState } from "@/lib/domain/words";
import type { ItemStateWish, SetItemState } from "./set-item-state";

const WAIVER_USUAL_DAYS = 30;

interface StateDialogProps {
  item: ItemRow;
  state: ItemState;
  people: PersonView[];
  reader: PersonView;
  clock: ReaderClock;
  setState: SetItemState;
  onClose: () => void;
}

/** Asks for the words a waiver or a "not applicable" must carry. */
export function StateDialog({ item, state, people, reader, clock, setState, onClose }: StateDialogProps) {
  const waiving = state === "WAIVED";
  const today = dayOf(clock.now, clock.zone);
  // The last moment of the 90th day would be too late, so the calendar ends one day earlier.
  const [lastDay] = useState(addDays(today, WAIVER_MAX_DAYS - 1));
  const { submit, pending, refusal, errorsOf } = useSubmit(
    (wish: ItemStateWish) => setState(item.id, wish),
    onClose,
  );
  const read = (form: FormReader) =>
    submit({
      state,
      reason: form.text("reason"),
      ...(waiving && {
        requestedById: form.text("requestedById"),
        expiresAt: `${form.text("expiresOn")}T23:59:59.000Z`,
      }),
    });
  return (
    <Dialog
      title={waiving ? "Waive this item" : "Not applicable"}
      description={
        waiving
          ? `“${item.title}” stops blocking the gate until the waiver lapses. It earns no points.`
          : `“${item.title}” leaves the score, and how much was left out is shown.`
      }
      onClose={onClose}
    >
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(read)}>
          <Field label="Reason" errors={errorsOf("reason")} required>
            {(control) => <Textarea {...control} name="reason" maxLength={2000} />}
          </Field>
          {waiving && (
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label="Asked for by"
                hint={people.length > 1 ? "You approve it, so somebody else asks." : undefined}
                errors={errorsOf("requestedById")}
                required
              >
                {(control) => (
                  <Select {...control} name="requestedById">
                    {requesters(people, reader).map((person) => (
                      <option key={person.memberId} value={person.memberId}>
                        {person.name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
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
            </div>
          )}
          <FormErrors refusal={refusal} shown={["reason", "requestedById", "expiresAt"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>{waiving ? "Waive it" : "Set not applicable"}</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

/** A person who is alone asks themself; the server stamps it self-approved. */
function requesters(people: PersonView[], reader: PersonView): PersonView[] {
  const others = people.filter((person) => person.memberId !== reader.memberId);
  return others.length > 0 ? others : [reader];
}
