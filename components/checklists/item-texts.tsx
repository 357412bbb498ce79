import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ItemView } from "@/lib/domain/item-views";

export const LONG_FIELDS = ["why", "impact", "details", "files", "acceptance"];

interface ItemTextsProps {
  item: Pick<ItemView, "why" | "impact" | "details" | "files" | "acceptance">;
  errorsOf: (field: string) => string[] | undefined;
}

/** What an item asks for, in its words. */
export function ItemTexts({ item, errorsOf }: ItemTextsProps) {
  const area = (name: string, label: string, value: string | null, rows: number, hint?: string) => (
    <Field label={label} hint={hint} required={false} errors={errorsOf(name)}>
      {(control) => <Textarea {...control} name={name} rows={rows} defaultValue={value ?? ""} />}
    </Field>
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {area("why", "Why", item.why, 2)}
        {area("impact", "Impact", item.impact, 2)}
      </div>
      {area("details", "Details", item.details, 5, "Markdown")}
      {area("files", "Files", item.files.join("\n"), 2, "Paths and links, one on each line.")}
      {area("acceptance", "How we know", item.acceptance, 2, "The test that shows it is done.")}
    </>
  );
}
