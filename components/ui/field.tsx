import { type ReactNode, useId } from "react";

/** Spread on the control, so that label, hint and error are announced with it. */
export interface ControlProps {
  id: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  errors?: string[];
  required?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A label, its control, a hint and what was wrong with what was typed. */
export function Field({ label, hint, errors, required, className, children }: FieldProps) {
  const id = useId();
  const wrong = errors && errors.length > 0;
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-small font-medium">
        {label}
        {required === false && <span className="ml-1.5 font-normal text-ink-3">optional</span>}
      </label>
      {children({
        id,
        required: required || undefined,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": wrong || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-fine text-ink-3">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-error`} className="mt-1 text-fine font-medium text-stop">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}
