"use client";
import { useDroppable } from "@dnd-kit/react";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import { AddLine } from "./add-line";
import { EditableItem } from "./editable-item";
import type { PlanEditorProps } from "./plan-edits";
import type { PlanOrder } from "./plan-order";
import { SectionTitle } from "./section-title";

// Below the items' own, so that a section is the target only where it has no item.
const LOW_PRIORITY = 1;

interface EditableSectionProps extends PlanEditorProps {
  section: SectionView;
  previous: SectionView | null;
  afterNext: SectionView | null;
  isLast: boolean;
  isOnly: boolean;
  rows: ItemRow[];
  /** null while only some items are shown: then they are not put in order */
  order: PlanOrder | null;
  /** id of the item whose form is open */
  open: string | null;
  onOpen: (itemId: string | null) => void;
  /** id of the item that was archived and is brought back */
  restored: string | null;
  onRestored: (itemId: string | null) => void;
  onOrder: (itemId: string, order: PlanOrder) => void;
}

export function EditableSection(props: EditableSectionProps) {
  const { projectId, section, isOnly, rows, edits, open, onOpen, restored, onRestored } = props;
  const { ref, isDropTarget } = useDroppable({
    id: section.id,
    type: "section",
    accept: "item",
    collisionPriority: LOW_PRIORITY,
  });
  return (
    <section aria-label={section.title}>
      <SectionTitle {...props} />
      <ul ref={ref} className={isDropTarget ? "bg-brand-soft" : undefined}>
        {rows.map((item, index) => (
          <EditableItem
            key={item.id}
            {...props}
            item={item}
            index={index}
            count={rows.length}
            list={isOnly ? null : section.title}
            isOpen={open === item.id}
            onToggle={() => onOpen(open === item.id ? null : item.id)}
            isRestored={restored === item.id}
            onRestored={onRestored}
          />
        ))}
        {rows.length === 0 && <li className="px-4.5 py-3 text-small text-ink-3">No items. Drop one here.</li>}
      </ul>
      <div className="px-4.5 py-2">
        <AddLine
          label={`Add an item to ${section.title}`}
          add={(title) => edits.addItem({ projectId, sectionId: section.id, title })}
        />
      </div>
    </section>
  );
}
