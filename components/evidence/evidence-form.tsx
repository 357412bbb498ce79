"use client";
import { type ReactNode, useState } from "react";
import { callApi } from "@/components/ui/call-api";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { type FormReader, onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { EVIDENCE_EXTENSIONS } from "@/lib/domain/evidence-file";
import type { EvidenceActions, EvidencePlace } from "./evidence-target";

const KINDS = [
  { kind: "LINK", title: "Link", does: "where it can be seen" },
  { kind: "NOTE", title: "Note", does: "what was seen" },
  { kind: "FILE", title: "File", does: "10 MB at most" },
] as const;
type Kind = (typeof KINDS)[number]["kind"];

const FIELDS = ["url", "title", "note", "file", "effectiveOn", "expiresOn"];

export interface EvidenceFormProps {
  place: EvidencePlace;
  actions: EvidenceActions;
}

export function EvidenceForm({ place, actions, onClose }: EvidenceFormProps & { onClose: () => void }) {
  const [kind, setKind] = useState<Kind>("LINK");
  const { submit, pending, refusal, errorsOf } = useSubmit(
    (form: FormReader) => send(kind, form, place, actions),
    onClose,
  );
  const title = (required: boolean) => (
    <Field label="Title" required={required} errors={errorsOf("title")}>
      {(control) => <TextInput {...control} name="title" />}
    </Field>
  );
  const fields: Record<Kind, ReactNode> = {
    LINK: (
      <>
        <Field label="Address" errors={errorsOf("url")} required>
          {(control) => (
            <TextInput {...control} type="url" name="url" placeholder="https://ci.example.org/run/12" />
          )}
        </Field>
        {title(false)}
      </>
    ),
    NOTE: (
      <>
        {title(true)}
        <Field label="What was seen" errors={errorsOf("note")} required>
          {(control) => <Textarea {...control} name="note" rows={4} />}
        </Field>
      </>
    ),
    FILE: (
      <>
        <Field
          label="File"
          hint="It is kept with its hash, and always served as a download."
          errors={errorsOf("file")}
          required
        >
          {(control) => (
            <TextInput {...control} type="file" name="file" accept={EVIDENCE_EXTENSIONS.join(",")} />
          )}
        </Field>
        {title(false)}
      </>
    ),
  };
  return (
    <Dialog title="Add evidence" onClose={onClose}>
      {(close) => (
        <form className="grid gap-4" onSubmit={onFormSubmit(submit)}>
          <fieldset className="grid grid-cols-3 gap-2">
            <legend className="sr-only">Kind</legend>
            {KINDS.map((option) => (
              <label key={option.kind} className="choice">
                <input
                  type="radio"
                  name="kind"
                  checked={kind === option.kind}
                  onChange={() => setKind(option.kind)}
                />
                <b>{option.title}</b>
                <span>{option.does}</span>
              </label>
            ))}
          </fieldset>
          {fields[kind]}
          <div className="grid grid-cols-2 gap-4">
            <Field
              label="Holds from"
              hint="Today, when left empty."
              required={false}
              errors={errorsOf("effectiveOn")}
            >
              {(control) => <TextInput {...control} type="date" name="effectiveOn" />}
            </Field>
            <Field label="Expires on" required={false} errors={errorsOf("expiresOn")}>
              {(control) => <TextInput {...control} type="date" name="expiresOn" />}
            </Field>
          </div>
          <FormErrors refusal={refusal} shown={FIELDS} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Add</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

function send(
  kind: Kind,
  form: FormReader,
  { projectId, slug, target }: EvidencePlace,
  actions: EvidenceActions,
) {
  const dates = { effectiveOn: form.textOrNull("effectiveOn"), expiresOn: form.textOrNull("expiresOn") };
  const title = form.text("title");
  if (kind === "LINK")
    return actions.addLink({
      projectId,
      ...target,
      ...dates,
      url: form.text("url"),
      title: title || undefined,
    });
  if (kind === "NOTE")
    return actions.addNote({ projectId, ...target, ...dates, title, note: form.text("note") });
  const body = new FormData();
  const file = form.file("file");
  if (file) body.set("file", file);
  for (const [name, value] of Object.entries({ ...target, ...dates, title }))
    if (value) body.set(name, value);
  return callApi("POST", `/projects/${slug}/evidence`, body);
}
