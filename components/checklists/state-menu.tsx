"use client";
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu";
import type { ItemRow } from "@/lib/domain/item-views";
import type { MayView } from "@/lib/domain/project-views";
import type { ItemState } from "@/lib/domain/words";
import { STATE_WORDS } from "./state-words";

interface StateMenuProps {
  anchor: Element;
  item: ItemRow;
  may: Pick<MayView, "waive">;
  asksVerification: boolean;
  onClose: () => void;
  /** a state that needs no words */
  onSet: (state: ItemState) => void;
  /** a state that needs a reason */
  onAsk: (state: ItemState) => void;
}

export function StateMenu({ anchor, item, may, asksVerification, onClose, onSet, onAsk }: StateMenuProps) {
  const plain: ItemState[] = ["OPEN", "IN_PROGRESS", "DONE"];
  if (asksVerification || item.state === "VERIFIED") plain.push("VERIFIED");
  return (
    <Menu anchor={anchor} label={`State of ${item.title}`} onClose={onClose}>
      {plain.map((state) => (
        <MenuItem
          key={state}
          onSelect={() => onSet(state)}
          disabled={state === item.state || (state === "VERIFIED" && item.state !== "DONE")}
        >
          {STATE_WORDS[state]}
          {state === item.state && <span className="ml-auto text-ink-3">now</span>}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem onSelect={() => onAsk("NOT_APPLICABLE")} disabled={item.state === "NOT_APPLICABLE"}>
        Not applicable…
      </MenuItem>
      <MenuItem onSelect={() => onAsk("WAIVED")} disabled={!may.waive}>
        Waive…
        {!may.waive && <span className="ml-auto text-fine">a manager may</span>}
      </MenuItem>
    </Menu>
  );
}
