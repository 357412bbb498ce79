import type { Differences } from "@/lib/schemas/api-differences";
import { changeInWords, conflictInWords } from "./change-words";

interface Line {
  what: string;
  detail: string;
  title: string;
  place: string[];
}

const lineOf = ({ what, detail, title, place }: Line, index: number) => (
  <li key={index} className="border-t border-line py-2 first:border-t-0">
    <p className="[overflow-wrap:anywhere]">
      <span className="text-ink-2">{what}:</span> <span className="font-[570]">{title}</span>
    </p>
    {place.length > 0 && <p className="text-fine text-ink-3">{place.join(" › ")}</p>}
    {detail && <p className="text-small text-ink-2 [overflow-wrap:anywhere]">{detail}</p>}
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

/** What a newer version of the template says otherwise, line by line. */
export function TemplateChanges({ changes, conflicts }: Differences) {
  return (
    <div className="grid gap-4">
      {list(
        "Changed in the template",
        changes.map((change) => ({ ...change, ...changeInWords(change) })),
      )}
      {list(
        "Changed in both",
        conflicts.map((conflict) => ({ ...conflict, ...conflictInWords(conflict) })),
      )}
    </div>
  );
}
