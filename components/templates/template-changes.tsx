import { changeLines } from "@/components/plans/change-lines";
import { changeInWords, conflictInWords } from "@/components/plans/change-words";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionOf } from "@/components/ui/action-of";
import type { Differences } from "@/lib/schemas/api-differences";
import type { answerTemplateSchema, takeOverSchema } from "@/lib/schemas/templates";
import { TemplateConflicts } from "./template-conflicts";

type Conflicts = Differences["conflicts"];

interface TemplateChangesProps extends Pick<Differences, "changes" | "conflicts"> {
  projectId: string;
  /** decided in the project's favour */
  kept: Conflicts;
  /** null for who may not change the plan */
  actions: {
    takeOver: ActionOf<typeof takeOverSchema>;
    answer: ActionOf<typeof answerTemplateSchema>;
  } | null;
}

function takeOverButton(
  change: Differences["changes"][number],
  { projectId, actions }: TemplateChangesProps,
) {
  if (!actions) return null;
  const { noun, kind, key, title, place } = change;
  const field = kind === "edited" ? change.field : kind === "reordered" ? change.what : null;
  return (
    <ActionButton
      action={actions.takeOver}
      input={{ projectId, noun, kind, key, title, place, field }}
      label={`Take over: ${title}`}
      small
    >
      Take over
    </ActionButton>
  );
}

const conflictLines = (title: string, { projectId, actions }: TemplateChangesProps, conflicts: Conflicts) =>
  changeLines(
    title,
    conflicts.map((conflict) => ({
      ...conflict,
      ...conflictInWords(conflict),
      button: actions && (
        <ActionButton
          action={actions.answer}
          input={{ projectId, answers: { [conflict.id]: null } }}
          label={`Decide again: ${conflict.title}`}
          small
        >
          Decide again
        </ActionButton>
      ),
    })),
  );

/** What a newer version of the template says otherwise, line by line. */
export function TemplateChanges(props: TemplateChangesProps) {
  const { projectId, changes, conflicts, kept, actions } = props;
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
      {actions && conflicts.length > 0 ? (
        <TemplateConflicts projectId={projectId} conflicts={conflicts} answer={actions.answer} />
      ) : (
        conflictLines("Changed in both", { ...props, actions: null }, conflicts)
      )}
      {conflictLines("Changed in both, kept as it is here", props, kept)}
    </div>
  );
}
