"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { ReaderClock } from "@/components/ui/time-format";
import { typedFields } from "@/components/ui/typed-fields";
import { type FormReader, onFormSubmit, type useSubmit } from "@/components/ui/use-submit";
import type { DecisionView } from "@/lib/domain/gate-views";
import type { PersonView } from "@/lib/domain/project-views";
import type { Outcome } from "@/lib/domain/words";
import type { decideGateSchema } from "@/lib/schemas/decisions";
import { ConditionRows, conditionsOf, firstRow } from "./condition-rows";
import { OUTCOME_WORDS } from "./gate-verdict";
import { OutcomeChoices } from "./outcome-choices";
import { OverrideField } from "./override-field";
import type { Passage } from "./passage";

export type DecideGate = ActionOf<typeof decideGateSchema, DecisionView>;
type Submission = Pick<
  ReturnType<typeof useSubmit<Parameters<DecideGate>[0], DecisionView>>,
  "submit" | "pending" | "refusal" | "errorsOf"
>;

export interface DecisionFormProps {
  projectId: string;
  phase: { key: string; name: string };
  /** phases it may be sent back to, this one included */
  earlierPhases: { key: string; name: string }[];
  isLastPhase: boolean;
  /** outcomes that make sense on this gate now, one at least */
  offered: readonly Outcome[];
  passage: Passage;
  /** id of the decision in force on this page; another one since is told */
  basedOn: string | null;
  people: PersonView[];
  /** handed down by the server: importing the rules would bring their hashing to the browser, ten times this form */
  overrideReasonMin: number;
  clock: ReaderClock;
  submission: Submission;
  /** told of all words in the form whenever one changes */
  onWrite: (words: string) => void;
}

/** Id of the words that say why the decision cannot be taken. */
const WHY_BLOCKED = "why-blocked";

function likelyOutcome(offered: readonly Outcome[], { against }: Passage): Outcome {
  const wished: Outcome = against.GO === 0 ? "GO" : "HOLD";
  return offered.includes(wished) ? wished : (offered[0] ?? "HOLD");
}

const wordsOf = (form: HTMLFormElement): string =>
  typedFields(form)
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join("\n");

/** The decision on a gate: an outcome, its reason, and what the outcome needs beside. */
export function DecisionForm(props: DecisionFormProps) {
  const {
    projectId,
    phase,
    earlierPhases,
    isLastPhase,
    offered,
    passage,
    basedOn,
    people,
    overrideReasonMin,
    clock,
    submission: { submit, pending, refusal, errorsOf },
    onWrite,
  } = props;
  const [outcome, setOutcome] = useState<Outcome>(() => likelyOutcome(offered, passage));
  const [rows, setRows] = useState(() => [firstRow(clock)]);
  const [overriding, setOverriding] = useState(false);
  const passes = outcome === "GO" || outcome === "CONDITIONAL_GO";
  const blockers = passes ? passage.against[outcome] : 0;
  const isBlocked = blockers > 0 && !(passage.whyNoOverride === null && overriding);
  const read = (form: FormReader) => {
    if (isBlocked) return;
    submit({
      projectId,
      phase: phase.key,
      outcome,
      reason: form.textOrNull("reason"),
      override: blockers > 0 && overriding ? { reason: form.text("overrideReason") } : null,
      conditions: outcome === "CONDITIONAL_GO" ? conditionsOf(rows) : [],
      recycleTo: outcome === "RECYCLE" ? form.text("recycleTo") : null,
      basedOn,
    });
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit(read)}
      onInput={({ currentTarget }) => onWrite(wordsOf(currentTarget))}
    >
      <OutcomeChoices outcome={outcome} isLastPhase={isLastPhase} offered={offered} onChange={setOutcome} />
      {outcome === "RECYCLE" && (
        <Field label="Send back to" errors={errorsOf("recycleTo") ?? errorsOf("recycleToPhaseId")} required>
          {(control) => (
            <Select {...control} name="recycleTo" defaultValue={phase.key}>
              {earlierPhases.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {outcome === "CONDITIONAL_GO" && (
        <ConditionRows rows={rows} people={people} clock={clock} errorsOf={errorsOf} onChange={setRows} />
      )}
      <Field label="Reason, kept with the decision for ever" required={!passes} errors={errorsOf("reason")}>
        {(control) => <Textarea {...control} name="reason" />}
      </Field>
      {blockers > 0 && (
        <OverrideField
          id={WHY_BLOCKED}
          blockers={blockers}
          whyNot={passage.whyNoOverride}
          reasonMin={overrideReasonMin}
          on={overriding}
          onChange={setOverriding}
          errors={errorsOf("override.reason")}
        />
      )}
      <FormErrors refusal={refusal} shown={["reason", "override.reason", "recycleTo", "recycleToPhaseId"]} />
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex-1 basis-60 text-fine text-ink-3">
          What was judged is stored with your decision: score, losses, blockers, signatures and values, as
          they are now.
        </p>
        <SubmitButton
          pending={pending}
          look={outcome === "STOP" ? "danger" : "primary"}
          refusedBy={isBlocked ? WHY_BLOCKED : undefined}
        >
          Decide: {OUTCOME_WORDS[outcome].toLowerCase()}
        </SubmitButton>
      </div>
    </form>
  );
}
