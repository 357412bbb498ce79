"use client";
import { type ComponentProps, useState } from "react";
import { TextInput } from "@/components/ui/text-input";

/** A password that can be looked at: long ones are typed wrong, and password managers are not everywhere. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <TextInput {...props} type={shown ? "text" : "password"} className="pr-16" />
      <button
        type="button"
        className="absolute inset-y-0 right-0 px-3 text-fine font-medium text-ink-2"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? "Hide" : "Show"}
        <span className="sr-only"> the password</span>
      </button>
    </span>
  );
}
