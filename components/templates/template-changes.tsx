import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionOf } from "@/components/ui/action-of";
import { canTakeOver } from "@/lib/domain/templates";
import type { Differences } from "@/lib/schemas/api-differences";
import type { takeOverSchema } from "@/lib/schemas/templates";
import { changeInWords, conflictInWords } from "./change-words";

type TakeOver = ActionOf<typeof takeOverSchema>;

interface TemplateChangesProps extends Pick<Differences, "changes" | "conflicts"> {
  projectId: string;
  /** null for who may not change the plan */
  takeOver: TakeOver | null;
}

interface Line {
  what: string;
  detail: string;
  title: string;
  place: string[];
  button?: ReactNode;
}

const lineOf = ({ what, detail, title, place, button }: Line, index: number) => (
  <li
    key={index}
    className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
  >
    <div className="min-w-0 flex-1 basis-60">
      <p className="[overflow-wrap:anywhere]">
        <span className="text-ink-2">{what}:</span> <span className="font-[570]">{title}</span>
      </p>
      {place.length > 0 && <p className="text-fine text-ink-3">{place.join(" › ")}</p>}
      {detail && <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{detail}</p>}
    </div>
    {button}
  </li>
);

const list = (title: string, lines: Line[]) =>
  lines.length > 0 && (
    <section aria-label={title} className="panel px-4.5 py-3">
      <h2 className="text-small font-[620]">
        {title} <span className="num text-fine text-ink-3">{lines.length}</span>
      </h2>
      <ul className="mt-1">{lines.map(lineOf)}</ul>
    </section>
  );

function takeOverButton(
  change: Differences["changes"][number],
  { projectId, takeOver }: TemplateChangesProps,
) {
  if (!takeOver || !canTakeOver(change)) return null;
  const { noun, kind, key, title, place } = change;
  const field = kind === "edited" ? change.field : null;
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
      {list(
        "Changed in the template",
        changes.map((change) => ({
          ...change,
          ...changeInWords(change),
          button: takeOverButton(change, props),
        })),
      )}
      {list(
        "Changed in both",
        conflicts.map((conflict) => ({ ...conflict, ...conflictInWords(conflict) })),
      )}
    </div>
  );
}
