"use client";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { PasswordInput } from "./password-input";
import { goOn, signInWith } from "./sign-in-with";

/** @param next a path of this site (lib/domain/return-path.ts) */
export function SignInForm({ next }: { next: string }) {
  const { submit, pending, refusal } = useSubmit(signInWith, () => goOn(next));
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit((form) =>
        submit({ email: form.text("email"), password: form.exact("password") }),
      )}
    >
      <Field label="E-mail address" required>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" autoFocus />}
      </Field>
      <Field label="Password" required>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
      </Field>
      <FormErrors refusal={refusal} />
      <SubmitButton pending={pending}>Sign in</SubmitButton>
    </form>
  );
}
