"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { navigate, requestRefresh } from "@/components/ui/signals";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { draftIdSchema, finishDraftSchema } from "@/lib/schemas/import-drafts";

interface FinishImportFormProps {
  draftId: string;
  /** of the draft as the reader saw it */
  version: number;
  name: string;
  finish: ActionOf<typeof finishDraftSchema, { slug: string }>;
  discard: ActionOf<typeof draftIdSchema>;
}

/** The one step that makes something: until then there is only the draft. */
export function FinishImportForm({ draftId, version, name, finish, discard }: FinishImportFormProps) {
  // Until somebody types one, the name follows the document that is read.
  const [typed, setTyped] = useState<string | null>(null);
  const create = async (input: Parameters<typeof finish>[0]) => {
    const result = await finish(input);
    // Corrected in another tab: what stands there now is shown before anything is made of it.
    if (!result.ok && result.error.current !== undefined) requestRefresh();
    return result;
  };
  const { submit, pending, refusal, errorsOf } = useSubmit(create, ({ slug }) =>
    navigate(`/projects/${slug}`),
  );
  const startOver = async () => {
    const result = await discard({ draftId });
    if (result.ok) navigate("/projects/new?start=import");
    return result;
  };
  return (
    <form
      className="mb-4 grid gap-3"
      onSubmit={onFormSubmit((form) => submit({ draftId, version, name: form.text("name") }))}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field
          className="min-w-0 flex-1 basis-64"
          label="Name of the project"
          errors={errorsOf("name")}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={typed ?? name}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <ConfirmButton
          trigger={{ label: "Throw away" }}
          dialog={{
            title: "Throw this draft away?",
            description: "The pasted text and your corrections are forgotten. Nothing else is touched.",
            verb: "Throw away",
            danger: true,
            action: startOver,
          }}
        />
        <SubmitButton pending={pending}>Create project</SubmitButton>
      </div>
      <FormErrors refusal={refusal} shown={["name"]} />
    </form>
  );
}
