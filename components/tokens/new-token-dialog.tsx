"use client";
import { useState } from "react";
import { OnceShownDialog } from "@/components/members/once-shown";
import { RoleSelect } from "@/components/members/role-select";
import type { ActionOf } from "@/components/ui/action-of";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import { ROLES, type Role } from "@/lib/domain/words";
import { type newTokenSchema, TOKEN_DAYS_MAX } from "@/lib/schemas/tokens";

export interface NewTokenDialogProps {
  create: ActionOf<typeof newTokenSchema, { token: string }>;
  /** the reader's own role, the strongest a token of theirs may have */
  strongest: Role;
  projects: { id: string; name: string }[];
}

export function NewTokenDialog({
  create,
  strongest,
  projects,
  onClose,
}: NewTokenDialogProps & { onClose: () => void }) {
  const [token, setToken] = useState<string | null>(null);
  const { submit, pending, refusal, errorsOf } = useSubmit(create, (made) => setToken(made.token));
  if (token)
    return (
      <OnceShownDialog
        title="The token is ready"
        description="Put it where your pipeline keeps its secrets."
        label="Token"
        value={token}
        onClose={onClose}
      />
    );
  const roles = ROLES.slice(0, ROLES.indexOf(strongest) + 1);
  return (
    <Dialog
      title="New token"
      description="It acts in your name, for scripts and pipelines, and never does more than you may."
      onClose={onClose}
    >
      {(close) => (
        <form
          className="grid gap-4"
          onSubmit={onFormSubmit((form) =>
            submit({
              name: form.text("name"),
              role: form.oneOf("role", roles, "MEMBER"),
              projectId: form.textOrNull("projectId"),
              days: form.number("days") ?? 90,
            }),
          )}
        >
          <Field
            label="Name"
            hint="Shown beside what it does: “Nightly tests”."
            errors={errorsOf("name")}
            required
          >
            {(control) => <TextInput {...control} name="name" autoComplete="off" />}
          </Field>
          <RoleSelect name="role" label="Role" value="MEMBER" roles={roles} errors={errorsOf("role")} />
          <Field label="Project" errors={errorsOf("projectId")}>
            {(control) => (
              <Select {...control} name="projectId" defaultValue="">
                <option value="">Every project of the workspace</option>
                {projects.map((project) => (
                  <option key={project.id} value={project.id}>
                    Only {project.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Days until it expires" errors={errorsOf("days")} required>
            {(control) => (
              <TextInput
                {...control}
                name="days"
                type="number"
                inputMode="numeric"
                min={1}
                max={TOKEN_DAYS_MAX}
                defaultValue={90}
              />
            )}
          </Field>
          <FormErrors refusal={refusal} shown={["name", "role", "projectId", "days"]} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending}>Make the token</SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
