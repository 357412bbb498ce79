"use client";
import { Button } from "@/components/ui/button";
import { navigate } from "@/components/ui/signals";
import { TextInput } from "@/components/ui/text-input";
import { onFormSubmit } from "@/components/ui/use-submit";
import type { LinesPage } from "@/lib/domain/import-preview";

const figures = (line: number) => line.toLocaleString("en");

/** The way to a line of the document: on this page, or on its own. */
export const lineHref = ({ shown, from, until }: LinesPage, line: number): string =>
  shown === "all" && line >= from && line <= until ? `#line-${line}` : `?line=${line}#line-${line}`;

const pageHref = ({ shown }: LinesPage, page: number): string =>
  `?${shown === "all" ? "" : `shown=${shown}&`}page=${page}#lines`;

/** The other pages of a long document; nothing for one that has a single page. */
export function LinesPager({ label, page }: { label: string; page: LinesPage }) {
  if (page.pages === 1) return null;
  const { page: here, pages, from, until, lastLine } = page;
  return (
    <nav aria-label={label} className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1.5">
      {here > 1 && (
        <a className="link" href={pageHref(page, here - 1)}>
          Earlier lines
        </a>
      )}
      <span className="num text-ink-2">
        Lines {figures(from)} to {figures(until)} of {figures(lastLine)}
      </span>
      {here < pages && (
        <a className="link" href={pageHref(page, here + 1)}>
          Later lines
        </a>
      )}
      <form
        className="flex items-center gap-1.5"
        onSubmit={onFormSubmit((form) => {
          const line = form.number("line");
          if (line !== null) navigate(lineHref({ ...page, shown: "unread" }, Math.round(line)));
        })}
      >
        <TextInput
          name="line"
          type="number"
          min={1}
          max={lastLine}
          required
          aria-label="Line to go to"
          placeholder="Line"
          className="plan-goto"
        />
        <Button small type="submit">
          Go
        </Button>
      </form>
    </nav>
  );
}
