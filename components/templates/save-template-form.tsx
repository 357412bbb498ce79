"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { saveTemplateSchema } from "@/lib/schemas/templates";

interface SaveTemplateFormProps {
  projectId: string;
  name: string;
  save: ActionOf<typeof saveTemplateSchema, { key: string; version: number }>;
}

/** Keeps the project's plan for others to begin with. */
export function SaveTemplateForm({ projectId, name, save }: SaveTemplateFormProps) {
  const { submit, pending, refusal, errorsOf } = useSubmit(save, ({ version }) =>
    notify({ text: `The template stands at version ${version}. New projects can start from it.` }),
  );
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit((form) =>
        submit({ projectId, name: form.text("template"), summary: form.text("summary") }),
      )}
    >
      <p className="text-small text-ink-2">
        Its requirements without states, measurements, dates and people. The same name again makes a new
        version.
      </p>
      <Field label="Name of the template" errors={errorsOf("name")} required>
        {(control) => (
          <TextInput {...control} name="template" autoComplete="off" defaultValue={name.slice(0, 120)} />
        )}
      </Field>
      <Field label="For whom it is" hint="One line, shown where people choose." errors={errorsOf("summary")}>
        {(control) => <TextInput {...control} name="summary" autoComplete="off" />}
      </Field>
      <FormErrors refusal={refusal} shown={["name", "summary"]} />
      <div>
        <SubmitButton pending={pending} look="plain">
          Save as a template
        </SubmitButton>
      </div>
    </form>
  );
}
