"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ItemRow, SubItemView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import type { ItemState } from "@/lib/domain/words";
import { changeItemState, useItemChanges, withChange } from "./checklist-store";
import { setItemState } from "./set-item-state";
import { boxMarkOf, isHalf, isTickedState, STATE_WORDS, stateSentence } from "./state-words";
import { type Reordering, SubItemList } from "./sub-item-list";

const StateMenu = dynamic(() => import("./state-menu").then((module) => module.StateMenu), { ssr: false });
const StateDialog = dynamic(() => import("./state-dialog").then((module) => module.StateDialog), {
  ssr: false,
});

interface ItemStatePanelProps {
  slug: string;
  item: ItemRow;
  mayWork: boolean;
  /** how the sub-items are put in order; null for who may not */
  reordering: Reordering | null;
  reader: PersonView;
  people: PersonView[];
  asksVerification: boolean;
  clock: ReaderClock;
}

/** The state of one item and of its sub-items, on the item's own page; ticked as in the checklist. */
export function ItemStatePanel(props: ItemStatePanelProps) {
  const { slug, mayWork, reordering, reader, people, asksVerification, clock } = props;
  const changes = useItemChanges();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<ItemState | null>(null);
  const item = withChange(props.item, changes);
  const subItems = item.subItems.map((subItem) => withChange(subItem, changes));
  const set = (what: ItemRow | SubItemView, state: ItemState) =>
    void changeItemState(what, { state }, reader.name, setItemState);
  const leaveMenu = () => {
    anchor?.focus();
    setAnchor(null);
  };
  return (
    <section aria-label="State" className="panel px-4.5 py-3.5">
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="checkbox"
          id="item-done"
          className="tick"
          aria-describedby="item-state-by"
          data-mark={boxMarkOf({ ...item, subItems }, asksVerification)}
          ref={(element) => {
            if (element) element.indeterminate = isHalf({ ...item, subItems });
          }}
          checked={isTickedState(item.state)}
          disabled={!mayWork}
          onChange={(event) => set(item, event.currentTarget.checked ? "DONE" : "OPEN")}
        />
        <label htmlFor="item-done" className="font-semibold">
          {STATE_WORDS[item.state]}
        </label>
        <span id="item-state-by" className="text-small text-ink-2">
          {stateSentence(item, asksVerification, clock)}
        </span>
        {mayWork && (
          <button
            type="button"
            className="btn btn-small ml-auto"
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            Set state
            <Icon name="chevron" size={14} />
          </button>
        )}
      </div>
      {subItems.length > 0 && (
        <SubItemList
          slug={slug}
          subItems={subItems}
          mayWork={mayWork}
          reordering={reordering}
          onTick={(subItem, ticked) => set(subItem, ticked ? "DONE" : "OPEN")}
        />
      )}
      {anchor && (
        <StateMenu
          anchor={anchor}
          item={item}
          isAlone={people.length === 1}
          asksVerification={asksVerification}
          onClose={leaveMenu}
          onSet={(state) => set(item, state)}
          onAsk={setAsking}
        />
      )}
      {asking && (
        <StateDialog
          item={item}
          state={asking}
          isAlone={people.length === 1}
          clock={clock}
          setState={setItemState}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
