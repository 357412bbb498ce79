"use client";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/domain/action-result";
import { readPlanFile } from "./read-plan-file";
import { type ReadAhead, useReadAhead } from "./use-read-ahead";

interface PlanFormProps<Value> {
  label: string;
  hint: string;
  verb: string;
  /** @param name what the file is called; null: it was pasted */
  send: (document: { text: string } | { file: string }, name: string | null) => Promise<ActionResult<Value>>;
  /** told of a long plan while it is looked over, so that it is read when it is sent */
  readAhead?: ReadAhead;
  onDone: (value: Value) => void;
}

/** Paste, choose or drop a plan. What was typed stays when it is refused. */
export function PlanForm<Value>({ label, hint, verb, send, readAhead, onDone }: PlanFormProps<Value>) {
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const read = async ({ text }: { text: string }) => {
    if (!file) return send({ text }, null);
    const content = await readPlanFile(file);
    return content.ok ? send({ file: content.value }, file.name) : content;
  };
  const { submit, pending, refusal, clear } = useSubmit(read, onDone);
  const ahead = useReadAhead(readAhead);
  const choose = (chosen: File | null | undefined) => {
    clear();
    setFile(chosen ?? null);
    if (chosen) ahead.chosen(chosen);
    else ahead.stop();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={onFormSubmit((form) => {
        ahead.stop();
        submit({ text: form.exact("text") });
      })}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={drop}
    >
      <div className="plan-drop panel" data-over={over || undefined}>
        <Field label={label} hint={hint}>
          {(control) => (
            <Textarea
              {...control}
              name="text"
              spellCheck={false}
              disabled={file !== null}
              onInput={(event) => ahead.typed(event.currentTarget)}
              className="max-h-[65vh] min-h-80 font-mono"
              placeholder={"# Customer portal\n\n## Alpha\n\n- [ ] Rotate the keys\n- [ ] Restore drill"}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => chooser.current?.click()}>Choose a file</Button>
          <input
            ref={chooser}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label="File with the plan"
            accept=".md,.markdown,.txt,.mdx,text/markdown,text/plain"
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
          {file ? (
            <p className="flex min-w-0 items-center gap-2">
              <span className="truncate font-medium">{file.name}</span>
              <Button small look="quiet" onClick={() => choose(null)}>
                Take it away
              </Button>
            </p>
          ) : (
            <p className="text-ink-3">or drop one here</p>
          )}
        </div>
      </div>
      <FormErrors refusal={refusal} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pending={pending}>{verb}</SubmitButton>
        <p role="status" className="text-ink-2">
          {pending && <span className="plan-reading">Reading the plan. A long one takes a few seconds.</span>}
        </p>
      </div>
    </form>
  );
}
