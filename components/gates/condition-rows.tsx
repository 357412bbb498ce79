"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import { CONDITION_MAX_DAYS, type ConditionDraft } from "@/lib/domain/conditions";
import { addDays } from "@/lib/domain/days";
import { nameable } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/project-views";

const USUAL_DAYS = 14;

export interface ConditionRow {
  key: number;
  text: string;
  ownerId: string;
  dueOn: string;
}

const today = (clock: ReaderClock) => dayOf(clock.now, clock.zone);

export const firstRow = (clock: ReaderClock, key = 0): ConditionRow => ({
  key,
  text: "",
  ownerId: "",
  dueOn: addDays(today(clock), USUAL_DAYS),
});

export const conditionsOf = (rows: ConditionRow[]) =>
  rows.map(({ text, ownerId, dueOn }) => ({ text, ownerId, dueOn }));

interface ConditionRowsProps {
  rows: ConditionRow[];
  people: PersonView[];
  clock: ReaderClock;
  errorsOf: (field: string) => string[] | undefined;
  onChange: (rows: ConditionRow[]) => void;
}

/** Conditions of a conditional go: each has a text, somebody who answers for it, and a day. */
export function ConditionRows({ rows, people, clock, errorsOf, onChange }: ConditionRowsProps) {
  const set = (key: number, change: Partial<ConditionDraft>) =>
    onChange(
      rows.map((row) =>
        row.key === key ? { ...row, ...change, ownerId: change.ownerId ?? row.ownerId } : row,
      ),
    );
  const add = () => onChange([...rows, firstRow(clock, Math.max(-1, ...rows.map(({ key }) => key)) + 1)]);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-small font-medium">Conditions</legend>
      {rows.map((row, index) => (
        <div
          key={row.key}
          className="grid items-start gap-2 rounded-lg border border-line p-3 sm:grid-cols-[minmax(0,1fr)_160px_150px_auto]"
        >
          <Field label="What has to be done" errors={errorsOf(`conditions.${index}.text`)} required>
            {(control) => (
              <TextInput
                {...control}
                value={row.text}
                onChange={(event) => set(row.key, { text: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="Owner" errors={errorsOf(`conditions.${index}.ownerId`)} required>
            {(control) => (
              <Select
                {...control}
                value={row.ownerId}
                onChange={(event) => set(row.key, { ownerId: event.currentTarget.value })}
              >
                <option value="" disabled>
                  Choose
                </option>
                {nameable(people, "item:work").map(({ memberId, name }) => (
                  <option key={memberId} value={memberId}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Due" errors={errorsOf(`conditions.${index}.dueOn`)} required>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                min={today(clock)}
                max={addDays(today(clock), CONDITION_MAX_DAYS)}
                value={row.dueOn}
                onChange={(event) => set(row.key, { dueOn: event.currentTarget.value })}
              />
            )}
          </Field>
          {rows.length > 1 && (
            <IconButton
              className="sm:mt-6"
              icon="cross"
              label={`Remove condition ${index + 1}`}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          )}
        </div>
      ))}
      <div>
        <Button small onClick={add}>
          <Icon name="plus" size={14} />
          Another condition
        </Button>
      </div>
    </fieldset>
  );
}
