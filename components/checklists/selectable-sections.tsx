"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { dialogButton } from "@/components/ui/dialog-button";
import { FormErrors } from "@/components/ui/form-errors";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import type { BulkDialogProps } from "./bulk-dialog";
import type { BulkEdits } from "./bulk-edits";
import { SelectAllBox } from "./select-all-box";
import { type SelectContext, selectableRow } from "./selectable-row";
import { rowsOf, selectedTo, withAll } from "./selection";
import { counted } from "./undo-bulk";

const BulkDialogButton = dialogButton<BulkDialogProps>(() =>
  import("./bulk-dialog").then((module) => module.BulkDialog),
);

interface SelectableSectionsProps {
  /** what the filter leaves */
  sections: SectionView[];
  people: PersonView[];
  edits: BulkEdits;
  context: SelectContext;
}

/**
 * The checklist while items are selected, to change many at once. Only what is shown is ever changed: what a filter
 * hides stays selected and waits.
 */
export function SelectableSections({ sections, people, edits, context }: SelectableSectionsProps) {
  const { projectId, change } = edits;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const from = useRef<string>(undefined);
  const shown = sections.flatMap(rowsOf);
  const chosen = shown.filter((id) => selected.has(id));
  const items = sections.flatMap((section) => section.items.map(({ id }) => id));
  // Sub-items are chosen one by one: what is meant for all is seldom meant for each step of it.
  const selectAll = (on: boolean) => setSelected(withAll(selected, on ? items : shown, on));
  const archive = useSubmit(
    (itemIds: string[]) => change({ projectId, itemIds, archived: true }),
    ({ changed }) =>
      notify({
        text: `${counted(changed.length)} ${changed.length === 1 ? "is" : "are"} archived.`,
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
          <div className="section-head items-center">
            <SelectAllBox
              label={`Select all of ${section.title}`}
              ids={section.items.map(({ id }) => id)}
              selected={selected}
              onSelect={(ids, on) => setSelected(withAll(selected, ids, on))}
            />
            <h2 id={`s-${section.id}`}>{section.title}</h2>
          </div>
          <ul>{section.items.map((item) => selectableRow(item, selected, choose, context))}</ul>
        </section>
      ))}
      <fieldset className="bulk-bar">
        <legend className="sr-only">Selected items</legend>
        <SelectAllBox
          label={`Select all ${items.length}`}
          text={`All ${items.length}`}
          ids={items}
          selected={selected}
          onSelect={(_, on) => selectAll(on)}
        />
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
