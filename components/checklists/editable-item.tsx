"use client";
import { useSortable } from "@dnd-kit/react/sortable";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { leaveRow } from "@/components/ui/leave-row";
import { notify } from "@/components/ui/signals";
import { formatDay } from "@/components/ui/time-format";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import type { Dragged } from "./drag-plugins";
import { InlineItemForm } from "./inline-item-form";
import { DragHandle, StepButtons } from "./order-controls";
import type { PlanEditorProps } from "./plan-edits";
import { type PlanOrder, stepped } from "./plan-order";

interface EditableItemProps extends PlanEditorProps, Pick<Dragged, "count" | "list"> {
  section: SectionView;
  item: ItemRow;
  index: number;
  /** null: it is not put in order now */
  order: PlanOrder | null;
  isOpen: boolean;
  onToggle: () => void;
  /** it was archived, and is back */
  isRestored: boolean;
  onRestored: (itemId: string | null) => void;
  onOrder: (itemId: string, order: PlanOrder) => void;
}

type Drag = Pick<ReturnType<typeof useSortable>, "ref" | "handleRef" | "isDragging">;

/** An item while the plan is edited. One that is not put in order is another component: a sortable leaves its marks. */
export function EditableItem(props: EditableItemProps) {
  return props.order ? <SortableItem {...props} /> : <ItemInEdit {...props} drag={null} />;
}

function SortableItem(props: EditableItemProps) {
  const { section, item, index, count, list } = props;
  const drag = useSortable<Dragged>({
    id: item.id,
    index,
    group: section.id,
    type: "item",
    accept: "item",
    data: { title: item.title, count, list },
  });
  return <ItemInEdit {...props} drag={drag} />;
}

function ItemInEdit({ drag, ...props }: EditableItemProps & { drag: Drag | null }) {
  const { projectId, item, order, edits, clock, isOpen, onToggle, onOrder, isRestored, onRestored } = props;
  const title = useRef<HTMLButtonElement>(null);
  const restore = async () => {
    const result = await edits.restoreItem({ projectId, itemId: item.id });
    if (result.ok) onRestored(item.id);
    return result;
  };
  useEffect(() => {
    if (!isRestored) return;
    title.current?.focus();
    onRestored(null);
  }, [isRestored, onRestored]);
  const archive = useSubmit(
    () => edits.archiveItem({ projectId, itemId: item.id }),
    () => {
      leaveRow(title.current?.closest("li") ?? null);
      notify({ text: `“${item.title}” is archived.`, undo: undoBy(restore) });
    },
  );
  return (
    <li ref={drag?.ref} className={clsx("bg-panel", drag?.isDragging && "opacity-60 shadow-panel")}>
      <div className="edit-row">
        {drag && <DragHandle title={item.title} handleRef={drag.handleRef} />}
        <button
          ref={title}
          type="button"
          className="min-w-0 flex-1 py-1 text-left"
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          {item.title}
          <span className="item-meta">
            <span className={item.level === "MUST" ? "must" : undefined}>
              {item.level === "MUST" ? "MUST" : item.level.toLowerCase()}
            </span>
            {item.area && <span>{item.area}</span>}
            {item.dueOn && <span>due {formatDay(item.dueOn, clock)}</span>}
            {item.subItems.length > 0 && <span>{item.subItems.length} sub-items</span>}
          </span>
        </button>
        <AvatarStack names={item.assignees.map(({ name }) => name)} />
        {order && (
          <StepButtons
            title={item.title}
            onStep={(step) => onOrder(item.id, stepped(order, item.id, step))}
          />
        )}
        <IconButton
          icon="archive"
          label={`Archive ${item.title}`}
          onClick={() => archive.submit(undefined)}
        />
      </div>
      {isOpen && <InlineItemForm {...props} onDone={onToggle} />}
    </li>
  );
}
