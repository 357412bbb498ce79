import { changeLines } from "@/components/plans/change-lines";
import { changeInWords, conflictInWords } from "@/components/plans/change-words";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionOf } from "@/components/ui/action-of";
import type { Differences } from "@/lib/schemas/api-differences";
import type { takeOverSchema } from "@/lib/schemas/templates";

type TakeOver = ActionOf<typeof takeOverSchema>;

interface TemplateChangesProps extends Pick<Differences, "changes" | "conflicts"> {
  projectId: string;
  /** null for who may not change the plan */
  takeOver: TakeOver | null;
}

function takeOverButton(
  change: Differences["changes"][number],
  { projectId, takeOver }: TemplateChangesProps,
) {
  if (!takeOver) return null;
  const { noun, kind, key, title, place } = change;
  const field = kind === "edited" ? change.field : kind === "reordered" ? change.what : null;
  return (
    <ActionButton
      action={takeOver}
      input={{ projectId, noun, kind, key, title, place, field }}
      label={`Take over: ${title}`}
      small
    >
      Take over
    </ActionButton>
  );
}

/** What a newer version of the template says otherwise, line by line. */
export function TemplateChanges(props: TemplateChangesProps) {
  const { changes, conflicts } = props;
  return (
    <div className="grid gap-4">
      {changeLines(
        "Changed in the template",
        changes.map((change) => ({
          ...change,
          ...changeInWords(change, "template"),
          button: takeOverButton(change, props),
        })),
      )}
      {changeLines(
        "Changed in both",
        conflicts.map((conflict) => ({ ...conflict, ...conflictInWords(conflict) })),
      )}
    </div>
  );
}
