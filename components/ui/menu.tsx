"use client";
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Inside the landmark of its button, so that a screen reader's list of regions holds everything. */
const landmarkOf = (anchor: Element) => anchor.closest<HTMLElement>("main, header") ?? document.body;

/** A menu beside an element that is on the page already; open while it is mounted. */
export function Menu({
  anchor,
  label,
  onClose,
  children,
}: {
  anchor: Element;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={landmarkOf(anchor)}>
        <Base.Positioner anchor={anchor} side="bottom" align="end" sideOffset={4} className="z-50">
          <Base.Popup className="menu" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  onSelect,
  disabled,
  children,
}: {
  onSelect: () => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item className="menu-item" onClick={onSelect} disabled={disabled}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className="menu-item" href={href} closeOnClick>
      {children}
    </Base.LinkItem>
  );
}

export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  const choose = (next: unknown) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1 pb-0.5 text-fine text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={choose}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="menu-item">
            <span className="grid w-4 place-items-center">
              <Base.RadioItemIndicator>
                <Icon name="check" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuRule() {
  return <Base.Separator className="menu-rule" />;
}
