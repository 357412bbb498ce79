"use client";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/domain/action-result";
import { goOn, signInWith } from "./sign-in-with";

type MakeDemo = (input: Record<string, never>) => Promise<ActionResult<{ email: string; password: string }>>;

/** Fills this server with a story instead of a workspace of one's own, and signs in as its owner. */
export function DemoButton({ makeDemo }: { makeDemo: MakeDemo }) {
  const makeAndSignIn = async () => {
    const made = await makeDemo({});
    return made.ok ? signInWith(made.value) : made;
  };
  const { submit, pending, refusal } = useSubmit(makeAndSignIn, () => goOn("/"));
  return (
    <div className="mt-6 grid gap-3 border-t border-line pt-5">
      <div>
        <h2 className="text-title font-semibold">Only looking?</h2>
        <p className="mt-0.5 text-small text-ink-2">
          A demo has three people and four projects: one being worked, one in review, one decided, one
          blocked.
        </p>
      </div>
      <FormErrors refusal={refusal} />
      <Button aria-disabled={pending || undefined} aria-busy={pending} onClick={() => submit({})}>
        {pending ? "Filling the demo, a few seconds…" : "Explore with a demo workspace"}
      </Button>
    </div>
  );
}
