import type { ImportPreview } from "@/lib/domain/import-preview";

type Note = ImportPreview["notes"][number];

/** What was read and could not be placed, and what was repaired or judged: nothing is lost in silence. */
export function NotUnderstood({ unplaced, notes }: Pick<ImportPreview, "unplaced" | "notes">) {
  return (
    <>
      {unplaced.length > 0 &&
        noteList(
          "not-understood",
          "Not understood",
          unplaced,
          "These lines become part of nothing. They stay in the stored document.",
        )}
      {notes.length > 0 &&
        noteList("notes", "Notes", notes, "What was repaired, and where a judgement was needed.")}
    </>
  );
}

function noteList(id: string, title: string, entries: Note[], lead: string) {
  return (
    <section id={id} aria-label={title} className="panel px-4.5 py-3.5">
      <h2 className="font-[620]">{title}</h2>
      <p className="mb-2 text-small text-ink-2">{lead}</p>
      <ul className="grid gap-1 text-small">
        {entries.map(({ line, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may have two equal notes
          <li key={`${line}-${index}`} className="grid grid-cols-[64px_minmax(0,1fr)] gap-2">
            {line > 0 ? (
              <a href={`#line-${line}`} className="num text-ink-3 hover:underline">
                line {line}
              </a>
            ) : (
              <span className="text-ink-3">document</span>
            )}
            <span className="wrap-anywhere">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
