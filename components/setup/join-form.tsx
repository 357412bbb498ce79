"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { joinSchema } from "@/lib/schemas/members";
import { PASSWORD_MIN } from "@/lib/schemas/sign-in";
import { PasswordInput } from "./password-input";
import { goOn, signInWith } from "./sign-in-with";

type Join = ActionOf<typeof joinSchema, { email: string }>;

interface JoinFormProps {
  join: Join;
  token: string;
  name: string;
  email: string;
}

/** Makes the account behind an invitation, then signs in with it. */
export function JoinForm({ join, token, name, email }: JoinFormProps) {
  const joinAndSignIn = async (input: Parameters<Join>[0]) => {
    const joined = await join(input);
    return joined.ok ? signInWith({ email: joined.value.email, password: input.password }) : joined;
  };
  const { submit, pending, refusal, errorsOf } = useSubmit(joinAndSignIn, () => goOn("/"));
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit((form) =>
        submit({ token, name: form.text("name"), password: form.exact("password") }),
      )}
    >
      <Field label="E-mail address" hint="You sign in with it.">
        {(control) => (
          <TextInput {...control} type="email" autoComplete="username" defaultValue={email} readOnly />
        )}
      </Field>
      <Field label="Your name" errors={errorsOf("name")} required>
        {(control) => <TextInput {...control} name="name" defaultValue={name} autoComplete="name" />}
      </Field>
      <Field
        label="Choose a password"
        hint={`At least ${PASSWORD_MIN} characters.`}
        errors={errorsOf("password")}
        required
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            minLength={PASSWORD_MIN}
            autoComplete="new-password"
            autoFocus
          />
        )}
      </Field>
      <FormErrors refusal={refusal} shown={["name", "password"]} />
      <SubmitButton pending={pending}>Join</SubmitButton>
    </form>
  );
}
