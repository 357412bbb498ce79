"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { navigate } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { newProjectSchema } from "@/lib/schemas/projects";

interface NewProjectFormProps {
  /** key of a template, or "empty" */
  start: string;
  create: ActionOf<typeof newProjectSchema, { slug: string }>;
}

/** Names a project that starts from a template or empty. */
export function NewProjectForm({ start, create }: NewProjectFormProps) {
  const { submit, pending, refusal, errorsOf } = useSubmit(create, ({ slug }) =>
    navigate(`/projects/${slug}`),
  );
  return (
    <form
      className="grid max-w-[480px] gap-4"
      onSubmit={onFormSubmit((form) => submit({ name: form.text("name"), start }))}
    >
      <Field label="Name of the project" errors={errorsOf("name")} required>
        {(control) => <TextInput {...control} name="name" autoComplete="off" placeholder="Customer portal" />}
      </Field>
      <FormErrors refusal={refusal} shown={["name"]} />
      <div>
        <SubmitButton pending={pending}>Create project</SubmitButton>
      </div>
    </form>
  );
}
