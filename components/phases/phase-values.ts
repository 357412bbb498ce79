import type { ConflictWords } from "@/components/ui/conflict";
import type { FormReader } from "@/components/ui/use-submit";

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const phaseValuesOf = (form: FormReader) => ({
  name: form.text("name"),
  goals: linesOf(form.text("goals")),
  scope: linesOf(form.text("scope")),
  audience: form.text("audience"),
  plannedOn: form.textOrNull("plannedOn"),
  minimumScore: form.number("minimumScore") ?? undefined,
  overdueSecretsBlock: form.on("overdueSecretsBlock"),
});
export type PhaseValues = ReturnType<typeof phaseValuesOf>;

export const PHASE_WORDS: ConflictWords = {
  name: { label: "Name" },
  goals: { label: "Goals" },
  scope: { label: "Scope" },
  audience: { label: "For whom" },
  plannedOn: { label: "Gate planned on" },
  minimumScore: { label: "Minimum score" },
  overdueSecretsBlock: {
    label: "Overdue secrets block the gate",
    value: (raw) => (raw === true ? "yes" : "no"),
  },
};

export const PHASE_FIELDS = Object.keys(PHASE_WORDS);
