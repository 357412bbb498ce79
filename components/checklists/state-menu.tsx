"use client";
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu";
import type { ItemRow } from "@/lib/domain/item-views";
import type { ItemState } from "@/lib/domain/words";
import { isTickedState, STATE_WORDS } from "./state-words";

interface StateMenuProps {
  anchor: Element;
  item: ItemRow;
  /** nobody else is here: what another person has to do, the reader does, and it is stamped */
  isAlone: boolean;
  asksVerification: boolean;
  onClose: () => void;
  /** a state that needs no words */
  onSet: (state: ItemState) => void;
  /** a state that needs a reason */
  onAsk: (state: ItemState) => void;
}

/** Who did an item is not offered to verify it; the server refuses it by the same rule (mayVerify). */
const isVerifiable = ({ state, doneByReader }: ItemRow, isAlone: boolean): boolean =>
  state === "VERIFIED" || (state === "DONE" && (isAlone || !doneByReader));

export function StateMenu({
  anchor,
  item,
  isAlone,
  asksVerification,
  onClose,
  onSet,
  onAsk,
}: StateMenuProps) {
  const plain: ItemState[] = ["OPEN", "IN_PROGRESS", "DONE"];
  if ((asksVerification || item.state === "VERIFIED") && isVerifiable(item, isAlone)) plain.push("VERIFIED");
  const settled = isTickedState(item.state) || item.state === "NOT_APPLICABLE";
  return (
    <Menu anchor={anchor} label={`State of ${item.title}`} onClose={onClose}>
      {plain.map((state) => (
        <MenuItem key={state} onSelect={() => onSet(state)} disabled={state === item.state}>
          {STATE_WORDS[state]}
          {state === item.state && <span className="ml-auto text-ink-3">now</span>}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem onSelect={() => onAsk("NOT_APPLICABLE")} disabled={item.state === "NOT_APPLICABLE"}>
        Not applicable…
      </MenuItem>
      <MenuItem onSelect={() => onAsk("WAIVED")} disabled={settled || item.waiverAsked}>
        {isAlone ? "Waive…" : "Ask for a waiver…"}
        {item.waiverAsked && <span className="ml-auto text-fine">asked for</span>}
      </MenuItem>
    </Menu>
  );
}
