import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LEVELS, type Level } from "@/lib/domain/words";

const LEVEL_WORDS: Record<Level, string> = {
  MUST: "Must: blocks the gate",
  SHOULD: "Should: moves the score",
  COULD: "Could: only shown",
};

export function LevelSelect({ value, errors }: { value: Level; errors?: string[] }) {
  return (
    <Field label="Level" errors={errors}>
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
