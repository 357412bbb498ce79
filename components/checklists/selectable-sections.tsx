"use client";
import clsx from "clsx";
import { createElement, type KeyboardEvent, useRef, useState } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { dialogButton } from "@/components/ui/dialog-button";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import type { BulkDialogProps } from "./bulk-dialog";
import type { BulkEdits } from "./bulk-edits";
import { isSettled, itemMeta, type RowContext } from "./item-row";
import { selectedTo, withAll } from "./selection";

const BulkDialogButton = dialogButton<BulkDialogProps>(() =>
  import("./bulk-dialog").then((module) => module.BulkDialog),
);

interface SelectableSectionsProps {
  /** what the filter leaves */
  sections: SectionView[];
  people: PersonView[];
  edits: BulkEdits;
  context: Pick<RowContext, "asksVerification" | "clock">;
}

/**
 * The checklist while items are selected, to change many at once. Only what is shown is ever changed: what a filter
 * hides stays selected and waits.
 */
export function SelectableSections({ sections, people, edits, context }: SelectableSectionsProps) {
  const { projectId, change } = edits;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const from = useRef<string>(undefined);
  const shown = sections.flatMap(({ items }) => items.map(({ id }) => id));
  const chosen = shown.filter((id) => selected.has(id));
  const selectAll = (on: boolean) => setSelected(withAll(selected, shown, on));
  const archive = useSubmit(
    (itemIds: string[]) => change({ projectId, itemIds, archived: true }),
    ({ changed }) =>
      notify({
        text: changed.length === 1 ? "1 item is archived." : `${changed.length} items are archived.`,
        undo: undoBy(() => change({ projectId, itemIds: changed.map(({ id }) => id), archived: false })),
      }),
  );
  const choose = (id: string, on: boolean, range: boolean) => {
    setSelected(selectedTo(selected, shown, { id, on, from: range ? from.current : undefined }));
    from.current = id;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
    if (!isAll && event.key !== "Escape") return;
    event.preventDefault();
    selectAll(isAll);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only adds Ctrl+A and Escape to the boxes inside
    <div onKeyDown={onKeyDown} className="selecting">
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`s-${section.id}`}>
          <div className="section-head">
            <h2 id={`s-${section.id}`}>{section.title}</h2>
          </div>
          <ul>{section.items.map((item) => selectableRow(item, selected.has(item.id), choose, context))}</ul>
        </section>
      ))}
      <fieldset className="bulk-bar">
        <legend className="sr-only">Selected items</legend>
        <label className="flex items-center gap-2.5">
          <input
            type="checkbox"
            className="tick tick-select"
            aria-label={`Select all ${shown.length}`}
            checked={shown.length > 0 && chosen.length === shown.length}
            ref={(box) => {
              if (box) box.indeterminate = chosen.length > 0 && chosen.length < shown.length;
            }}
            onChange={(event) => selectAll(event.currentTarget.checked)}
          />
          All {shown.length}
        </label>
        <p role="status" className="num mr-auto text-ink-2">
          {chosen.length} selected
        </p>
        <BulkDialogButton
          trigger={{ label: "Change…", look: "primary", small: true, disabled: chosen.length === 0 }}
          dialog={{ ...edits, itemIds: chosen, people }}
        />
        <Button
          small
          disabled={chosen.length === 0}
          aria-disabled={archive.pending || undefined}
          onClick={() => archive.submit(chosen)}
        >
          Archive
        </Button>
        <div className="basis-full empty:hidden">
          <FormErrors refusal={archive.refusal} />
        </div>
      </fieldset>
    </div>
  );
}

function selectableRow(
  item: ItemRow,
  on: boolean,
  choose: (id: string, on: boolean, range: boolean) => void,
  context: SelectableSectionsProps["context"],
) {
  const meta = itemMeta(item, context);
  return (
    <li key={item.id} className={clsx("item", isSettled(item) && "item-done", on && "item-selected")}>
      <input
        type="checkbox"
        id={`select-${item.id}`}
        className="tick tick-select"
        checked={on}
        onChange={({ currentTarget, nativeEvent }) =>
          choose(item.id, currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
      <label htmlFor={`select-${item.id}`} className="item-title">
        {item.title}
      </label>
      {/* Spread, because words that each have their place need no keys. */}
      {meta.some(Boolean) && createElement("p", { className: "item-meta num" }, ...meta)}
      {item.assignees.length > 0 && <AvatarStack names={item.assignees.map(({ name }) => name)} />}
    </li>
  );
}
