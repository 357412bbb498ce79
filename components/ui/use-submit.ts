"use client";
import { type SubmitEvent, useCallback, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/domain/action-result";
import type { Refusal } from "@/lib/domain/errors";
import { readTypedNumber } from "@/lib/domain/typed-number";
import { requestRefresh } from "./signals";

const UNREACHABLE: Refusal = {
  code: "UNAVAILABLE",
  message: "The server could not be reached. Nothing was lost: try again in a moment.",
};

/** Runs an action once at a time, keeps its refusal, and reads the page anew when it was accepted. */
export function useSubmit<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  onDone?: (value: Value) => void,
) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();

  const submit = useCallback(
    (input: Input) => {
      if (pending) return;
      start(async () => {
        const result = await action(input).catch(() => ({ ok: false, error: UNREACHABLE }) as const);
        setRefusal(result.ok ? null : result.error);
        if (!result.ok) return;
        onDone?.(result.value);
        requestRefresh();
      });
    },
    [action, onDone, pending],
  );

  const errorsOf = (field: string): string[] | undefined => refusal?.fields?.[field];
  return { submit, pending, refusal, errorsOf, clear: () => setRefusal(null) };
}

/** Reads a form as it is submitted. Unchecked boxes are absent, empty text is "". */
export const onFormSubmit =
  (read: (form: FormReader) => void) =>
  (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    read(new FormReader(new FormData(event.currentTarget)));
  };

export class FormReader {
  constructor(private readonly data: FormData) {}

  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === "string" ? value.trim() : "";
  }

  /** A password: its spaces belong to it. */
  exact(name: string): string {
    const value = this.data.get(name);
    return typeof value === "string" ? value : "";
  }

  textOrNull(name: string): string | null {
    return this.text(name) || null;
  }

  /** Null when nothing was typed; NaN, which every schema refuses beside its field, when it is not clear which number. */
  number(name: string): number | null {
    const text = this.text(name);
    return text === "" ? null : readTypedNumber(text);
  }

  all(name: string): string[] {
    return this.data.getAll(name).filter((value) => typeof value === "string");
  }

  on(name: string): boolean {
    return this.data.has(name);
  }

  oneOf<const T extends string>(name: string, options: readonly T[], fallback: T): T {
    const text = this.text(name);
    return options.find((option) => option === text) ?? fallback;
  }

  file(name: string): File | null {
    const value = this.data.get(name);
    return value instanceof File && value.size > 0 ? value : null;
  }
}
