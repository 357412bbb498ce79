import type { Ref } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/** Dragged by mouse or finger; by keyboard Space takes it up, arrows carry it, Space puts it down. */
export function DragHandle({ title, handleRef }: { title: string; handleRef: Ref<HTMLButtonElement> }) {
  return (
    <button
      ref={handleRef}
      type="button"
      className="icon-btn cursor-grab touch-none"
      aria-label={`Drag ${title}`}
    >
      <Icon name="grip" />
    </button>
  );
}

/** The same in single steps. */
export function StepButtons({ title, onStep }: { title: string; onStep: (step: -1 | 1) => void }) {
  return (
    <>
      <IconButton icon="up" label={`Move ${title} up`} onClick={() => onStep(-1)} />
      <IconButton icon="down" label={`Move ${title} down`} onClick={() => onStep(1)} />
    </>
  );
}
