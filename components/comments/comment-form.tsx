"use client";
import { type KeyboardEvent, useRef } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { addCommentSchema } from "@/lib/schemas/comments";
import type { CommentTarget } from "./comment-list";

interface CommentFormProps {
  projectId: string;
  target: CommentTarget;
  add: ActionOf<typeof addCommentSchema>;
}

const sendOnModEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
};

export function CommentForm({ projectId, target, add }: CommentFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(add, () => form.current?.reset());
  return (
    <form
      ref={form}
      className="grid gap-2"
      onSubmit={onFormSubmit((read) => submit({ projectId, ...target, body: read.text("body") }))}
    >
      <Field label="Comment" hint="Markdown. Ctrl Enter sends it." errors={errorsOf("body")} required>
        {(control) => <Textarea {...control} name="body" onKeyDown={sendOnModEnter} />}
      </Field>
      <FormErrors refusal={refusal} shown={["body"]} />
      <div>
        <SubmitButton pending={pending} look="plain">
          Comment
        </SubmitButton>
      </div>
    </form>
  );
}
