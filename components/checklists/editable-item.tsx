"use client";
import { useSortable } from "@dnd-kit/react/sortable";
import clsx from "clsx";
import { AvatarStack } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/signals";
import { formatDay } from "@/components/ui/time-format";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import { InlineItemForm } from "./inline-item-form";
import { DragHandle, StepButtons } from "./order-controls";
import type { PlanEditorProps } from "./plan-edits";
import { type PlanOrder, stepped } from "./plan-order";

interface EditableItemProps extends PlanEditorProps {
  section: SectionView;
  item: ItemRow;
  index: number;
  order: PlanOrder;
  isOpen: boolean;
  onToggle: () => void;
  onOrder: (itemId: string, order: PlanOrder) => void;
}

export function EditableItem(props: EditableItemProps) {
  const { projectId, section, item, index, order, edits, clock, isOpen, onToggle, onOrder } = props;
  const { ref, handleRef, isDragging } = useSortable({
    id: item.id,
    index,
    group: section.id,
    type: "item",
    accept: "item",
  });
  const archive = useSubmit(
    () => edits.archiveItem({ projectId, itemId: item.id }),
    () =>
      notify({
        text: `“${item.title}” is archived.`,
        undo: undoBy(() => edits.restoreItem({ projectId, itemId: item.id })),
      }),
  );
  return (
    <li ref={ref} className={clsx("bg-panel", isDragging && "opacity-60 shadow-panel")}>
      <div className="edit-row">
        <DragHandle title={item.title} handleRef={handleRef} />
        <button
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
        <StepButtons title={item.title} onStep={(step) => onOrder(item.id, stepped(order, item.id, step))} />
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
