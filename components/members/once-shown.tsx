"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface OnceShownDialogProps {
  title: string;
  description: string;
  label: string;
  value: string;
  onClose: () => void;
}

/** Hands over a secret that is shown once. */
export function OnceShownDialog({ title, description, label, value, onClose }: OnceShownDialogProps) {
  return (
    <Dialog title={title} description={description} onClose={onClose}>
      {(close) => (
        <div className="grid gap-4">
          <OnceShown label={label} value={value} />
          <div className="flex justify-end">
            <Button look="primary" onClick={close}>
              Done
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Readable, selected by a click, copied by a button. */
function OnceShown({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () => {
    const done = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error("no clipboard"));
    done.then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  };
  return (
    <div className="grid gap-2">
      <label className="text-small font-medium" htmlFor="once-shown">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id="once-shown"
          className="input min-w-0 flex-1 font-mono"
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>{copied === "yes" ? "Copied" : "Copy"}</Button>
      </div>
      <p role="status" className="text-fine text-ink-3">
        {copied === "failed"
          ? "This browser does not let us copy. Select the text and copy it yourself."
          : "It is shown only now; we keep no copy of it."}
      </p>
    </div>
  );
}
