"use client";
import { move } from "@dnd-kit/helpers";
import { DragDropProvider } from "@dnd-kit/react";
import { useSortable } from "@dnd-kit/react/sortable";
import clsx from "clsx";
import { useMemo } from "react";
import type { SubItemView } from "@/lib/domain/item-views";
import { type Dragged, dragPlugins } from "./drag-plugins";
import { DragHandle, StepButtons } from "./order-controls";
import type { PlanEdits } from "./plan-edits";
import { stepped } from "./plan-order";
import { usePlanOrder } from "./use-plan-order";

export interface SubItemOrderProps {
  projectId: string;
  /** of the item and its sub-items */
  sectionId: string;
  subItems: SubItemView[];
  moveItem: PlanEdits["moveItem"];
}

/** The sub-items of one item while they are put in order: drag, Space and arrows on the handle, or single steps. */
export function SubItemOrder({ projectId, sectionId, subItems, moveItem }: SubItemOrderProps) {
  const lists = useMemo(() => [{ id: sectionId, items: subItems }], [sectionId, subItems]);
  const { order, setOrder, items, hold, cancel, settle } = usePlanOrder<SubItemView>(projectId, lists, {
    moveItem,
  });
  const rows = (order[sectionId] ?? []).flatMap((id) => items.get(id) ?? []);
  return (
    <DragDropProvider
      plugins={dragPlugins}
      onDragStart={hold}
      onDragOver={(event) => setOrder((now) => move(now, event))}
      onDragEnd={(event) => {
        const id = event.operation.source?.id;
        if (event.canceled || typeof id !== "string") cancel();
        else void settle(id, order);
      }}
    >
      <ul className="grid gap-1">
        {rows.map((subItem, index) => (
          <OrderedSubItem
            key={subItem.id}
            subItem={subItem}
            index={index}
            count={rows.length}
            group={sectionId}
            onStep={(step) => void settle(subItem.id, stepped(order, subItem.id, step))}
          />
        ))}
      </ul>
    </DragDropProvider>
  );
}

interface OrderedSubItemProps {
  subItem: SubItemView;
  index: number;
  count: number;
  group: string;
  onStep: (step: -1 | 1) => void;
}

function OrderedSubItem({ subItem, index, count, group, onStep }: OrderedSubItemProps) {
  const { ref, handleRef, isDragging } = useSortable<Dragged>({
    id: subItem.id,
    index,
    group,
    data: { title: subItem.title, count, list: null },
  });
  return (
    <li
      ref={ref}
      className={clsx("flex items-center gap-1 bg-panel", isDragging && "opacity-60 shadow-panel")}
    >
      <DragHandle title={subItem.title} handleRef={handleRef} />
      <span className="min-w-0 flex-1">{subItem.title}</span>
      <StepButtons title={subItem.title} onStep={onStep} />
    </li>
  );
}
