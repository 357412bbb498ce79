"use client";
import { move } from "@dnd-kit/helpers";
import { DragDropProvider } from "@dnd-kit/react";
import { useState } from "react";
import { isFiltering, itemMatcher } from "@/lib/domain/item-filter";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import { AddLine } from "./add-line";
import type { ChecklistProps } from "./checklist";
import { dragPlugins } from "./drag-plugins";
import { EditableSection } from "./editable-section";
import { FilterBar } from "./filter-bar";
import type { PlanEditorProps } from "./plan-edits";
import { useItemFilter } from "./use-item-filter";
import { usePlanOrder } from "./use-plan-order";

interface FilteredEditorProps extends PlanEditorProps, Pick<ChecklistProps, "slug" | "views" | "reader"> {}

/** The checklist while it is edited: drag (or Space and arrows on the handle), write, move, archive, undo. */
export function PlanEditor({ slug, views, reader, ...props }: FilteredEditorProps) {
  const { projectId, phaseId, sections, people, clock, edits } = props;
  const { shown, order, setOrder, items, hold, cancel, settle } = usePlanOrder<ItemRow, SectionView>(
    projectId,
    sections,
    edits,
  );
  const { filter, change, settle: settleFilter } = useItemFilter();
  const [open, setOpen] = useState<string | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const isFiltered = isFiltering(filter);
  const matches = itemMatcher(filter, reader.memberId, new Date(clock.now));
  const rowsOf = (sectionId: string) => (order[sectionId] ?? []).flatMap((id) => items.get(id) ?? []);
  const lists = shown
    .map((section, index) => ({ section, index, rows: rowsOf(section.id).filter(matches) }))
    .filter(({ rows }) => !isFiltered || rows.length > 0);
  return (
    <div className="pb-4">
      <FilterBar
        slug={slug}
        views={views}
        filter={filter}
        sections={sections}
        people={people}
        shown={lists.reduce((sum, { rows }) => sum + rows.length, 0)}
        onChange={change}
        onSettle={settleFilter}
      />
      {isFiltered && (
        <p className="px-4.5 pt-2.5 text-small text-ink-2">Items are put in order while all are shown.</p>
      )}
      <DragDropProvider
        plugins={dragPlugins}
        onDragStart={() => {
          hold();
          setOpen(null);
        }}
        onDragOver={(event) => setOrder((now) => move(now, event))}
        onDragEnd={(event) => {
          const id = event.operation.source?.id;
          if (event.canceled || typeof id !== "string") cancel();
          else void settle(id, order);
        }}
      >
        {lists.map(({ section, index, rows }) => (
          <EditableSection
            key={section.id}
            {...props}
            section={section}
            previous={shown[index - 1] ?? null}
            afterNext={shown[index + 2] ?? null}
            isLast={index === shown.length - 1}
            isOnly={shown.length === 1}
            rows={rows}
            order={isFiltered ? null : order}
            open={open}
            onOpen={setOpen}
            restored={restored}
            onRestored={setRestored}
            onOrder={settle}
          />
        ))}
      </DragDropProvider>
      <div className="mt-4 border-t border-line px-4.5 pt-4">
        <AddLine label="Add a section" add={(title) => edits.addSection({ projectId, phaseId, title })} />
      </div>
    </div>
  );
}
