import type { ReactNode } from "react";

interface ChangeLine {
  what: string;
  detail: string;
  title: string;
  place: readonly string[];
  button?: ReactNode;
}

/** One change of a plan: what is done to which thing, where, and from what to what. */
export const changeLine = ({ what, detail, title, place, button }: ChangeLine, index: number) => (
  <li
    key={index}
    className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
  >
    <div className="min-w-0 flex-1 basis-60">
      <p className="[overflow-wrap:anywhere]">
        <span className="text-ink-2">{what}:</span> <span className="font-medium">{title}</span>
      </p>
      {place.length > 0 && <p className="text-fine text-ink-3">{place.join(" › ")}</p>}
      {detail && (
        <p className="whitespace-pre-line text-small text-ink-2 [overflow-wrap:anywhere]">{detail}</p>
      )}
    </div>
    {button}
  </li>
);

/** A list of changes in a panel of its own; nothing where there are none. */
export const changeLines = (title: string, lines: readonly ChangeLine[]) =>
  lines.length > 0 && (
    <section aria-label={title} className="panel px-4.5 py-3">
      <h2 className="text-small font-semibold">
        {title} <span className="num text-fine text-ink-3">{lines.length}</span>
      </h2>
      <ul className="mt-1">{lines.map(changeLine)}</ul>
    </section>
  );
