"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Checkbox } from "@/components/ui/checkbox";
import { conflictOf } from "@/components/ui/conflict";
import { ConflictChoice } from "@/components/ui/conflict-choice";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { type EditProjectInput, editProjectSchema } from "@/lib/schemas/projects";

type Settings = EditProjectInput["basedOn"];

interface SettingsFormProps {
  projectId: string;
  settings: Settings;
  /** a manager: the rules of the gates are theirs to set */
  mayRule: boolean;
  edit: ActionOf<typeof editProjectSchema>;
}

const yesNo = (raw: unknown) => (raw === true ? "yes" : "no");
const WORDS = {
  name: { label: "Name" },
  description: { label: "Description" },
  asksVerification: { label: "Asks for verification", value: yesNo },
  fourEyes: { label: "Four eyes", value: yesNo },
  graceHours: { label: "Hours of grace" },
};

const settingsOf = (current: unknown): Settings | null =>
  editProjectSchema.shape.basedOn.safeParse(current).data ?? null;

/** What a project is called, and the rules all its gates share. */
export function SettingsForm({ projectId, settings, mayRule, edit }: SettingsFormProps) {
  const [typed, setTyped] = useState<Settings>(settings);
  const { submit, pending, refusal, errorsOf, clear } = useSubmit(edit, () => notify({ text: "Saved." }));
  const conflict = conflictOf(refusal, { ...typed }, WORDS);
  const save = (wish: Settings, basedOn: Settings) => submit({ ...wish, projectId, basedOn });
  return (
    <form
      // What is saved or taken over fills the form anew; what is being typed stays.
      key={JSON.stringify(settings)}
      className="grid max-w-[640px] gap-4"
      onSubmit={onFormSubmit((form) => {
        const wish: Settings = {
          name: form.text("name"),
          description: form.text("description"),
          asksVerification: mayRule ? form.text("asksVerification") === "on" : settings.asksVerification,
          fourEyes: mayRule ? form.text("fourEyes") === "on" : settings.fourEyes,
          graceHours: form.number("graceHours") ?? settings.graceHours,
        };
        setTyped(wish);
        save(wish, settings);
      })}
    >
      <Field label="Name" errors={errorsOf("name")} required>
        {(control) => <TextInput {...control} name="name" defaultValue={settings.name} />}
      </Field>
      <Field label="Description" required={false} errors={errorsOf("description")}>
        {(control) => <Textarea {...control} name="description" defaultValue={settings.description} />}
      </Field>
      <fieldset disabled={!mayRule} className="grid gap-3">
        <legend className="mb-2 text-small font-medium">
          Rules of its gates{!mayRule && <span className="font-normal text-ink-3">, set by a manager</span>}
        </legend>
        <Checkbox
          name="asksVerification"
          defaultChecked={settings.asksVerification}
          label="What is done counts fully only when another person has verified it"
        />
        <Checkbox
          name="fourEyes"
          defaultChecked={settings.fourEyes}
          label="Who signed a gate does not decide it"
        />
        <Field
          label="Hours of grace"
          hint="After Go, a must that lapses puts the gate at risk; after this time it is under review again."
          errors={errorsOf("graceHours")}
        >
          {(control) => (
            <TextInput
              {...control}
              name="graceHours"
              type="number"
              inputMode="numeric"
              min={0}
              max={720}
              defaultValue={settings.graceHours}
              className="w-28"
            />
          )}
        </Field>
      </fieldset>
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          pending={pending}
          onKeepMine={() => save(typed, settingsOf(refusal?.current) ?? settings)}
          onTakeTheirs={() => {
            clear();
            location.reload();
          }}
        />
      ) : (
        <FormErrors refusal={refusal} shown={["name", "description", "graceHours"]} />
      )}
      <div>
        <SubmitButton pending={pending}>Save</SubmitButton>
      </div>
    </form>
  );
}
