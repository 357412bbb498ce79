"use client";
import dynamic from "next/dynamic";
import { type ComponentType, type ReactNode, useState } from "react";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";

interface Trigger {
  label: ReactNode;
  /** read aloud in place of the label where the label alone says too little ("Record" -> "Record: uptime") */
  name?: string;
  icon?: IconName;
  look?: "plain" | "primary" | "quiet" | "danger";
  small?: boolean;
  disabled?: boolean;
}

/**
 * A button whose dialog is fetched when it is first wanted, so that forms and Base UI are not part of the first load.
 * @param load imports the dialog; it is given `onClose` besides its own props
 */
export function dialogButton<Props extends object>(
  load: () => Promise<ComponentType<Props & { onClose: () => void }>>,
) {
  const LazyDialog = dynamic<Props & { onClose: () => void }>(load, { ssr: false });

  return function DialogButton({ trigger, dialog }: { trigger: Trigger; dialog: Props }) {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button
          look={trigger.look}
          small={trigger.small}
          disabled={trigger.disabled}
          aria-label={trigger.name}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          onPointerEnter={() => void load()}
        >
          {trigger.icon && <Icon name={trigger.icon} size={14} />}
          {trigger.label}
        </Button>
        {open && <LazyDialog {...dialog} onClose={() => setOpen(false)} />}
      </>
    );
  };
}
