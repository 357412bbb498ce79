"use client";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { navigate } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/domain/action-result";

export interface NewProjectInput {
  name: string;
  start: "phased-rollout" | "empty";
}

/** Names a project that starts from the template or empty. */
export function NewProjectForm({
  start,
  create,
}: {
  start: NewProjectInput["start"];
  create: (input: NewProjectInput) => Promise<ActionResult<{ slug: string }>>;
}) {
  const { submit, pending, refusal, errorsOf } = useSubmit(create, ({ slug }) =>
    navigate(`/projects/${slug}`),
  );
  return (
    <form
      className="grid max-w-[480px] gap-4"
      onSubmit={onFormSubmit((form) => submit({ name: form.text("name"), start }))}
    >
      <Field label="Name of the project" errors={errorsOf("name")} required>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            maxLength={200}
            autoComplete="off"
            placeholder="Customer portal"
          />
        )}
      </Field>
      <FormErrors refusal={refusal} shown={["name"]} />
      <div>
        <SubmitButton pending={pending}>Create project</SubmitButton>
      </div>
    </form>
  );
}
