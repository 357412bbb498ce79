"use client";
import { useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { ROLES } from "@/lib/domain/words";
import type { inviteSchema } from "@/lib/schemas/members";
import { OnceShownDialog } from "./once-shown";
import { RoleSelect } from "./role-select";

export interface InviteDialogProps {
  invite: ActionOf<typeof inviteSchema, { token: string }>;
}

/** Makes a one-time link; sending it is left to the one who invites, so that no mail server is needed. */
export function InviteDialog({ invite, onClose }: InviteDialogProps & { onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(invite, ({ token }) =>
    setLink(`${location.origin}/invite/${token}`),
  );
  if (link)
    return (
      <OnceShownDialog
        title="The invitation is ready"
        description="Send this link yourself. It works once, for seven days."
        label="One-time link"
        value={link}
        onClose={onClose}
      />
    );
  return (
    <Dialog title="Invite a person" onClose={onClose}>
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({
              name: form.text("name"),
              email: form.text("email"),
              role: form.oneOf("role", ROLES, "MEMBER"),
            }),
          )}
        >
          <Field label="Name" errors={errorsOf("name")} required>
            {(control) => <TextInput {...control} name="name" autoComplete="off" />}
          </Field>
          <Field label="E-mail address" hint="They sign in with it." errors={errorsOf("email")} required>
            {(control) => <TextInput {...control} name="email" type="email" autoComplete="off" />}
          </Field>
          <RoleSelect name="role" label="Role" value="MEMBER" errors={errorsOf("role")} />
          <FormErrors refusal={refusal} shown={["name", "email", "role"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Make the link</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
