import { countOf } from "@/components/phases/gate-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface OverrideFieldProps {
  /** of the words that say what is in the way */
  id: string;
  blockers: number;
  /** why the reader cannot do it; null when they can */
  whyNot: string | null;
  /** characters its reason has at least */
  reasonMin: number;
  on: boolean;
  onChange: (on: boolean) => void;
  errors?: string[];
}

/** Passing over what blocks: asked for by name, with a reason, and marked on this gate for ever. */
export function OverrideField({ id, blockers, whyNot, reasonMin, on, onChange, errors }: OverrideFieldProps) {
  if (whyNot)
    return (
      <p id={id} className="rounded-lg bg-warn-soft px-3 py-2 text-small text-warn">
        {countOf(blockers, "blocker")} {blockers === 1 ? "stands" : "stand"} in the way. {whyNot}
      </p>
    );
  return (
    <div className="grid gap-3 rounded-lg border border-warn bg-warn-soft p-3">
      <Checkbox
        label={
          <>
            <b className="font-semibold">Override {countOf(blockers, "blocker")}</b>
            <span id={id} className="block text-small text-ink-2">
              Nothing passes over them otherwise. This gate will say “GO by override” for ever.
            </span>
          </>
        }
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {on && (
        <Field
          label="Why it may pass anyway"
          hint={`At least ${reasonMin} characters.`}
          errors={errors}
          required
        >
          {(control) => <Textarea {...control} name="overrideReason" minLength={reasonMin} />}
        </Field>
      )}
    </div>
  );
}
