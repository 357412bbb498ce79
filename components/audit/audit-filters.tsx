import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AuditFilterChoices } from "@/lib/domain/audit-views";
import { AUDIT_NOUNS, type AuditFilter } from "@/lib/schemas/audit";

interface AuditFiltersProps {
  filter: AuditFilter;
  choices: AuditFilterChoices;
  /** names of fields whose value was not understood, with what would be right */
  errors?: Record<string, string[]>;
}

/** A plain form: each filtered view has an address to send around, and works without a script. */
export function AuditFilters({ filter, choices, errors }: AuditFiltersProps) {
  const filtered = Object.entries(filter).some(([name, value]) => name !== "cursor" && value !== null);
  return (
    <form
      method="get"
      action="/audit"
      className="grid grid-cols-2 items-end gap-3 p-4.5 md:grid-cols-[repeat(3,minmax(0,1fr))_150px_150px_auto]"
    >
      <Field label="Project" errors={errors?.project}>
        {(control) => (
          <Select {...control} name="project" defaultValue={filter.project ?? ""}>
            <option value="">Everything</option>
            <option value="-">The workspace itself</option>
            {choices.projects.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="About" errors={errors?.action}>
        {(control) => (
          <Select {...control} name="action" defaultValue={filter.action ?? ""}>
            <option value="">Anything</option>
            {nouns(filter.action).map((noun) => (
              <option key={noun} value={noun}>
                {nounWord(noun)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="By" errors={errors?.actor}>
        {(control) => (
          <Select {...control} name="actor" defaultValue={filter.actor ?? ""}>
            <option value="">Anybody</option>
            {choices.people.map(({ memberId, name }) => (
              <option key={memberId} value={memberId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="From" errors={errors?.from}>
        {(control) => <TextInput {...control} type="date" name="from" defaultValue={filter.from ?? ""} />}
      </Field>
      <Field label="To" errors={errors?.to}>
        {(control) => <TextInput {...control} type="date" name="to" defaultValue={filter.to ?? ""} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Show</Button>
        {filtered && (
          <ButtonLink href="/audit" look="quiet">
            Clear
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

/** A filter that came by a link may name a whole action: it is offered too, so that the form does not lose it. */
const nouns = (action: string | null): string[] =>
  action && !AUDIT_NOUNS.some((noun) => noun === action) ? [...AUDIT_NOUNS, action] : [...AUDIT_NOUNS];

/** "sign-off-rule" -> "sign-off rule": the hyphen of a word of ours stays. */
const nounWord = (noun: string): string => noun.replaceAll(/(?<!sign)-/g, " ");
