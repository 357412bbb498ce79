"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { setupSchema } from "@/lib/schemas/setup";
import { PASSWORD_MIN } from "@/lib/schemas/sign-in";
import { PasswordInput } from "./password-input";
import { goOn, signInWith } from "./sign-in-with";

type Setup = ActionOf<typeof setupSchema, { email: string }>;

const FIELDS = ["workspaceName", "name", "email", "password"];

/** Makes the owner and the workspace, then signs in with what was just typed. */
export function SetupForm({ setUp }: { setUp: Setup }) {
  const setUpAndSignIn = async (input: Parameters<Setup>[0]) => {
    const made = await setUp(input);
    return made.ok ? signInWith(input) : made;
  };
  const { submit, pending, refusal, errorsOf } = useSubmit(setUpAndSignIn, () => goOn("/"));
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit((form) =>
        submit({
          workspaceName: form.text("workspaceName"),
          name: form.text("name"),
          email: form.text("email"),
          password: form.exact("password"),
        }),
      )}
    >
      <Field label="Name of the workspace" errors={errorsOf("workspaceName")} required>
        {(control) => <TextInput {...control} name="workspaceName" placeholder="Acme" autoFocus />}
      </Field>
      <Field label="Your name" errors={errorsOf("name")} required>
        {(control) => <TextInput {...control} name="name" autoComplete="name" />}
      </Field>
      <Field label="Your e-mail address" hint="You sign in with it." errors={errorsOf("email")} required>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
      </Field>
      <Field
        label="Password"
        hint={`At least ${PASSWORD_MIN} characters. It is stored only as an argon2id hash.`}
        errors={errorsOf("password")}
        required
      >
        {(control) => (
          <PasswordInput {...control} name="password" minLength={PASSWORD_MIN} autoComplete="new-password" />
        )}
      </Field>
      <FormErrors refusal={refusal} shown={FIELDS} />
      <SubmitButton pending={pending}>Create the workspace</SubmitButton>
    </form>
  );
}
