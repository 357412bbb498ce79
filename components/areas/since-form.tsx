import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";

/** Stands in the address for all phases together: no key of a phase is one sign. */
export const WHOLE_PROJECT = "*";

interface SinceFormProps {
  href: string;
  phases: { key: string; name: string }[];
  /** key of one, or WHOLE_PROJECT */
  phase: string;
  /** the day chosen, and the last one that makes sense: both "YYYY-MM-DD" */
  since: string;
  today: string;
}

/** A plain form: each comparison has an address to send around. */
export function SinceForm({ href, phases, phase, since, today }: SinceFormProps) {
  return (
    <form method="get" action={href} className="flex flex-wrap items-end gap-3" aria-label="Compare">
      <Field label="Phase" className="min-w-40 max-w-full flex-1 sm:flex-none">
        {(control) => (
          <Select {...control} name="phase" defaultValue={phase}>
            <option value={WHOLE_PROJECT}>Whole project</option>
            {phases.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Changes since" className="min-w-40 flex-1 sm:flex-none">
        {(control) => <TextInput {...control} type="date" name="since" defaultValue={since} max={today} />}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}
