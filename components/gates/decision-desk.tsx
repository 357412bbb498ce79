"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/signals";
import { Textarea } from "@/components/ui/textarea";
import { useSubmit } from "@/components/ui/use-submit";
import type { DecisionView } from "@/lib/domain/gate-views";
import { type DecideGate, DecisionForm, type DecisionFormProps } from "./decision-form";
import { OUTCOME_WORDS } from "./gate-verdict";

interface DecisionDeskProps {
  /** what the gate's decisions and review are now; another one, another form */
  stand: string;
  newest: Pick<DecisionView, "id" | "outcome" | "by"> | null;
  /** null: nothing can be decided now */
  form: Omit<DecisionFormProps, "submission" | "onWrite"> | null;
  /** folds the form under these words */
  foldedAs: string | null;
  decide: DecideGate;
}

/** Where a decision is written. What was written stays when somebody else's decision comes first. */
export function DecisionDesk({ stand, newest, form, foldedAs, decide }: DecisionDeskProps) {
  const [written, setWritten] = useState<Record<string, string>>({});
  const submission = useSubmit(decide, ({ outcome }: DecisionView) => {
    setWritten({});
    notify({ text: `Decided: ${OUTCOME_WORDS[outcome].toLowerCase()}` });
  });
  // Of a decision that is on its way nobody knows yet whether the gate changed by it or before it.
  const lost = submission.pending
    ? ""
    : Object.entries(written)
        .flatMap(([at, text]) => (at === stand || text === "" ? [] : [text]))
        .join("\n\n");
  // The review may have ended instead.
  const isDecided = newest !== null && Object.keys(written).some((at) => !at.startsWith(newest.id));
  const discard = () => {
    setWritten(({ [stand]: current = "" }) => ({ [stand]: current }));
    submission.clear();
  };
  const shown = form && (
    <DecisionForm
      key={stand}
      {...form}
      submission={submission}
      onWrite={(text) => setWritten((before) => ({ ...before, [stand]: text }))}
    />
  );
  return (
    <>
      {lost !== "" && (
        <div role="alert" className="mb-3 rounded-lg border border-warn bg-warn-soft p-3 text-small">
          <p className="font-semibold text-warn">The gate changed while you wrote</p>
          <p className="my-1">
            {isDecided && `${OUTCOME_WORDS[newest.outcome]}, by ${newest.by ?? "Phasegate"}. `}
            Yours was not taken. This is what you wrote:
          </p>
          <Textarea readOnly aria-label="What you wrote" value={lost} />
          <Button small className="mt-2" onClick={discard}>
            Discard it
          </Button>
        </div>
      )}
      {shown && foldedAs ? (
        <details>
          <summary className="text-ink-2">{foldedAs}</summary>
          <div className="mt-3">{shown}</div>
        </details>
      ) : (
        shown
      )}
    </>
  );
}
