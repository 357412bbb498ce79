"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { type ReactNode, useRef, useState } from "react";
import { Icon } from "./icon";

const FIELDS = "form :is(input:not([type=hidden]), select, textarea)";

interface DialogProps {
  title: string;
  description?: ReactNode;
  wide?: boolean;
  /** called when it has gone, so that whoever shows it can unmount it */
  onClose: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Open while it is mounted. A press beside it does not close it: somebody may have typed for minutes. */
export function Dialog({ title, description, wide, onClose, children }: DialogProps) {
  const [open, setOpen] = useState(true);
  const popup = useRef<HTMLDivElement>(null);
  // A form is opened to be filled in, so the cross above it is not where one begins; on a phone no keyboard jumps up.
  const firstField = (by: string) =>
    by === "touch" || (popup.current?.querySelector<HTMLElement>(FIELDS) ?? true);
  return (
    <Base.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(shown) => shown || onClose()}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop z-50" />
        <Base.Popup
          ref={popup}
          initialFocus={firstField}
          className={clsx("dialog z-50", wide && "dialog-wide")}
        >
          <div className="mb-4 flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-verdict font-semibold tracking-tight">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-ink-2">{description}</Base.Description>
              )}
            </div>
            <Base.Close className="icon-btn -mt-1 -mr-2" aria-label="Close">
              <Icon name="cross" />
            </Base.Close>
          </div>
          {typeof children === "function" ? children(() => setOpen(false)) : children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The last line of a dialog: what it does, on the right, the way out before it. */
export function DialogActions({
  onCancel,
  note,
  children,
}: {
  onCancel: () => void;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
      {note && <p className="flex-1 basis-full text-fine text-ink-3 sm:basis-0">{note}</p>}
      <button type="button" className="btn btn-quiet" onClick={onCancel}>
        Cancel
      </button>
      {children}
    </div>
  );
}
