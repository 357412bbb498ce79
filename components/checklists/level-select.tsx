import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LEVELS, type Level } from "@/lib/domain/words";
import { LEVEL_WORDS } from "./state-words";

export function LevelSelect({ value, errors }: { value: Level; errors?: string[] }) {
  return (
    <Field
      label="Level"
      hint="Must blocks the gate, Should moves the score, Could is only shown."
      errors={errors}
    >
      {(control) => (
        <Select {...control} name="level" defaultValue={value}>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {LEVEL_WORDS[level]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
