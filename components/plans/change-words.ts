import type { Differences } from "@/lib/schemas/api-differences";

type Change = Differences["changes"][number];
type Conflict = Differences["conflicts"][number];

const FIELD_WORDS: Record<string, string> = {
  text: "wording",
  acceptance: "how we know",
  assignees: "people",
  minimumRole: "role of who signs",
  rollback: "the way back",
  rollbackTriggers: "what starts the way back",
  minimumScore: "minimum score",
  overdueSecretsBlock: "whether overdue secrets block",
  minimumSample: "minimum sample",
  maximumAgeDays: "days an attestation holds",
  rotationDays: "days between rotations",
  mustDiffer: "whether values must differ",
  name: "name",
};

export const fieldWord = (field: string): string => FIELD_WORDS[field] ?? field;

const LIST_WORDS: Record<string, string> = { criterion: "criteria", secret: "secrets" };
const manyOf = (noun: string): string => LIST_WORDS[noun] ?? `${noun}s`;

type Value = Extract<Change, { kind: "edited" }>["from"];

/** States, levels and severities as the plan has them: "NOT_APPLICABLE". */
const IN_WORDS =
  /^(?:OPEN|IN_PROGRESS|DONE|VERIFIED|WAIVED|NOT_APPLICABLE|MUST|SHOULD|COULD|LOW|MEDIUM|HIGH|CRITICAL)$/;
const wordOf = (value: string): string => value.toLowerCase().replaceAll("_", " ");

export function valueInWords(value: Value): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return IN_WORDS.test(value) ? wordOf(value) : `“${value}”`;
  return typeof value === "number" ? String(value) : value.map((line) => `“${line}”`).join(", ");
}

/** Where a change comes from. */
export type Source = "template" | "file" | "project";

/** What only one side changed, as the beginning and the end of a line. */
export function changeInWords(change: Change, where: Source): { what: string; detail: string } {
  const { noun } = change;
  if (change.kind === "added") return { what: `New ${noun}`, detail: "" };
  if (change.kind === "archived") return { what: `No longer in the ${where}: ${noun}`, detail: "" };
  if (change.kind === "moved") return { what: `Moved ${noun}`, detail: `to ${change.to.join(" › ")}` };
  if (change.kind === "reordered")
    return { what: `Another order of ${manyOf(change.what)} in ${noun}`, detail: "" };
  return {
    what: `Changed ${fieldWord(change.field)} of ${noun}`,
    detail: `${valueInWords(change.from)} → ${valueInWords(change.to)}`,
  };
}

/** What the template and the project both changed. */
export function conflictInWords(conflict: Conflict): { what: string; detail: string } {
  const { noun } = conflict;
  if (conflict.kind === "field")
    return {
      what: `Both changed ${fieldWord(conflict.field)} of ${noun}`,
      detail: `the template says ${valueInWords(conflict.theirs)}, this project ${valueInWords(conflict.ours)}`,
    };
  if (conflict.kind === "place")
    return {
      what: `Both moved ${noun}`,
      detail: `the template to ${conflict.theirs.join(" › ")}, this project to ${conflict.ours.join(" › ")}`,
    };
  const fields = conflict.changed.map(fieldWord).join(", ");
  return conflict.kind === "archived here"
    ? { what: `Archived here, changed in the template: ${noun}`, detail: fields }
    : { what: `Gone from the template, changed here: ${noun}`, detail: fields };
}
