import { LevelSelect } from "@/components/checklists/level-select";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { CriterionView } from "@/lib/domain/criterion-views";
import { COMPARATORS } from "@/lib/domain/words";
import { COMPARATOR_WORDS } from "./criterion-words";

export const CRITERION_FIELDS = [
  "text",
  "comparator",
  "target",
  "unit",
  "window",
  "windowHours",
  "level",
  "area",
  "minimumSample",
  "maximumAgeDays",
];

interface CriterionFieldsProps {
  criterion?: CriterionView;
  errorsOf: (field: string) => string[] | undefined;
}

export function CriterionFields({ criterion, errorsOf }: CriterionFieldsProps) {
  const text = (name: keyof CriterionView & string, label: string, hint?: string, numeric = false) => {
    const value = criterion?.[name];
    return (
      <Field label={label} hint={hint} required={false} errors={errorsOf(name)}>
        {(control) => (
          <TextInput
            {...control}
            name={name}
            inputMode={numeric ? "decimal" : undefined}
            autoComplete="off"
            defaultValue={typeof value === "string" || typeof value === "number" ? value : ""}
          />
        )}
      </Field>
    );
  };
  return (
    <>
      <Field label="What must be true" errors={errorsOf("text")} required>
        {(control) => (
          <TextInput
            {...control}
            name="text"
            defaultValue={criterion?.text}
            placeholder="Positive feedback from 80% of testers"
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Field label="Comparator" errors={errorsOf("comparator")}>
          {(control) => (
            <Select {...control} name="comparator" defaultValue={criterion?.comparator ?? ">="}>
              {COMPARATORS.map((comparator) => (
                <option key={comparator} value={comparator}>
                  {COMPARATOR_WORDS[comparator]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {text("target", "Target", "Empty: a person attests it.", true)}
        {text("unit", "Unit", "%, hours, campaigns")}
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <LevelSelect value={criterion?.level ?? "MUST"} errors={errorsOf("level")} />
        {text("area", "Area")}
        {text("maximumAgeDays", "Stale after days", undefined, true)}
      </div>
      <details open={Boolean(criterion?.window || criterion?.windowHours || criterion?.minimumSample)}>
        <summary className="text-small text-ink-2">Window and sample</summary>
        <div className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-3">
          {text("window", "Window in words", "30 days")}
          {text("windowHours", "Window in hours", "Must be covered without a gap.", true)}
          {text("minimumSample", "Minimum sample", "Fewer is inconclusive.", true)}
        </div>
      </details>
    </>
  );
}
