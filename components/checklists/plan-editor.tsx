"use client";
import { move } from "@dnd-kit/helpers";
import { DragDropProvider } from "@dnd-kit/react";
import { useState } from "react";
import { AddLine } from "./add-line";
import { withNonce } from "./drag-plugins";
import { EditableSection } from "./editable-section";
import type { PlanEditorProps } from "./plan-edits";
import { orderOf } from "./plan-order";
import { usePlanOrder } from "./use-plan-order";

/** The checklist while it is edited: drag (or Space and arrows on the handle), write, move, archive, undo. */
export function PlanEditor(props: PlanEditorProps) {
  const { projectId, phaseId, sections, edits } = props;
  const { order, setOrder, items, settle } = usePlanOrder(projectId, sections, edits);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="pb-4">
      <DragDropProvider
        plugins={withNonce}
        onDragStart={() => setOpen(null)}
        onDragOver={(event) => setOrder((now) => move(now, event))}
        onDragEnd={(event) => {
          const id = event.operation.source?.id;
          if (event.canceled || typeof id !== "string") setOrder(orderOf(sections));
          else void settle(id, order);
        }}
      >
        {sections.map((section, index) => (
          <EditableSection
            key={section.id}
            {...props}
            section={section}
            previous={sections[index - 1] ?? null}
            afterNext={sections[index + 2] ?? null}
            isLast={index === sections.length - 1}
            rows={(order[section.id] ?? []).flatMap((id) => items.get(id) ?? [])}
            order={order}
            open={open}
            onOpen={setOpen}
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
