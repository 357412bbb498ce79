"use client";
import type { ReactNode } from "react";
import type { ActionResult } from "@/lib/domain/action-result";
import { Dialog, DialogActions } from "./dialog";
import { FormErrors } from "./form-errors";
import { SubmitButton } from "./submit-button";
import { onFormSubmit, useSubmit } from "./use-submit";

export interface ConfirmDialogProps {
  title: string;
  description?: ReactNode;
  /** the verb on the button: "Archive", "Revoke" */
  verb: string;
  danger?: boolean;
  action: () => Promise<ActionResult<unknown>>;
  onClose: () => void;
}

/** Asks once more before something that is hard to take back. */
export function ConfirmDialog({ title, description, verb, danger, action, onClose }: ConfirmDialogProps) {
  const { submit, pending, refusal } = useSubmit(action, onClose);
  return (
    <Dialog title={title} description={description} onClose={onClose}>
      {(close) => (
        <form className="grid gap-3" onSubmit={onFormSubmit(() => submit(undefined))}>
          <FormErrors refusal={refusal} />
          <DialogActions onCancel={close}>
            <SubmitButton pending={pending} look={danger ? "danger" : "primary"}>
              {verb}
            </SubmitButton>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
