import { linesOf } from "@/components/phases/phase-values";
import type { ConflictWords } from "@/components/ui/conflict";
import type { FormReader } from "@/components/ui/use-submit";
import type { PersonView } from "@/lib/domain/project-views";
import { LEVELS } from "@/lib/domain/words";

/** What the short form of an item holds, as the action takes it. */
export const itemValuesOf = (form: FormReader) => ({
  title: form.text("title"),
  level: form.oneOf("level", LEVELS, "SHOULD"),
  area: form.textOrNull("area"),
  dueOn: form.textOrNull("dueOn"),
  assigneeIds: form.all("assigneeIds").sort(),
});
export type ItemValues = ReturnType<typeof itemValuesOf>;

/** The long form of the item's own page. */
export const fullItemValuesOf = (form: FormReader) => ({
  ...itemValuesOf(form),
  details: form.text("details"),
  acceptance: form.textOrNull("acceptance"),
  why: form.textOrNull("why"),
  impact: form.textOrNull("impact"),
  files: linesOf(form.text("files")),
});
export type FullItemValues = ReturnType<typeof fullItemValuesOf>;

export function itemConflictWords(people: PersonView[]): ConflictWords {
  const nameOf = (id: unknown) => people.find(({ memberId }) => memberId === id)?.name ?? "somebody";
  const names = (ids: unknown) =>
    Array.isArray(ids) && ids.length > 0 ? ids.map(nameOf).join(", ") : "nobody";
  return {
    title: { label: "Title" },
    level: { label: "Level" },
    area: { label: "Area" },
    dueOn: { label: "Due" },
    assigneeIds: { label: "Assigned", value: names },
    details: { label: "Details" },
    acceptance: { label: "How we know" },
    why: { label: "Why" },
    impact: { label: "Impact" },
    files: { label: "Files" },
  };
}
