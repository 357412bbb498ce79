"use client";
import { ROLE_WORDS } from "@/components/members/role-select";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { useSubmit } from "@/components/ui/use-submit";
import type { DemoSignIn } from "@/lib/schemas/setup";
import { goOn, signInWith } from "./sign-in-with";

/** The people of a demo, with their passwords: being each of them in turn is what a demo is for. */
export function DemoSignIns({ people, next }: { people: DemoSignIn[]; next: string }) {
  const { submit, pending, refusal } = useSubmit(signInWith, () => goOn(next));
  return (
    <section aria-label="Sign-ins of the demo" className="mt-6 border-t border-line pt-5">
      <h2 className="text-title font-semibold">This is a demo</h2>
      <p className="mt-0.5 mb-3 text-small text-ink-2">
        Be any of its people. Their passwords are no secret.
      </p>
      <ul className="grid gap-3">
        {people.map(({ name, email, role, password }) => (
          <li key={email} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Avatar name={name} />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {name} <span className="font-normal text-ink-3">{ROLE_WORDS[role].word}</span>
              </p>
              <p className="flex flex-wrap gap-x-3 text-fine text-ink-2">
                <span>{email}</span>
                <code>{password}</code>
              </p>
            </div>
            <Button
              small
              aria-disabled={pending || undefined}
              onClick={() => submit({ email, password })}
              aria-label={`Sign in as ${name}`}
            >
              Sign in
            </Button>
          </li>
        ))}
      </ul>
      <FormErrors refusal={refusal} />
    </section>
  );
}
