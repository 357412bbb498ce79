"use client";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import type { ReaderClock } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";
import { isFiltering, itemMatcher, NO_FILTER, type SavedView, writeFilter } from "@/lib/domain/item-filter";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import type { MayView, PersonView } from "@/lib/domain/project-views";
import type { ItemState } from "@/lib/domain/words";
import type { BulkEdits } from "./bulk-edits";
import { changeItemState, useItemChanges, withChange } from "./checklist-store";
import { DeploymentSteps } from "./deployment-steps";
import { FilterBar } from "./filter-bar";
import { presetOf } from "./filter-words";
import { itemRow, type RowContext } from "./item-row";
import { type SetItemState, setItemState } from "./set-item-state";
import { sectionCount } from "./state-words";
import { useItemFilter } from "./use-item-filter";

const loadMenu = () => import("./state-menu").then((module) => module.StateMenu);
const StateMenu = dynamic(loadMenu, { ssr: false });
const SelectableSections = dynamic(() =>
  import("./selectable-sections").then((module) => module.SelectableSections),
);
const StateDialog = dynamic(() => import("./state-dialog").then((module) => module.StateDialog), {
  ssr: false,
});

export interface ChecklistProps {
  slug: string;
  sections: SectionView[];
  /** the reader's own */
  views: SavedView[];
  may: Pick<MayView, "work" | "edit">;
  reader: PersonView;
  people: PersonView[];
  asksVerification: boolean;
  clock: ReaderClock;
  /** items are selected, to change many at once; null while they are ticked */
  selecting?: BulkEdits | null;
  /** how a state is set; the REST interface unless said otherwise */
  setState?: SetItemState;
}

type Asking = { item: ItemRow; state: ItemState } | null;
type Choosing = { item: ItemRow; anchor: HTMLElement } | null;

/** The checklist of a phase: one component for all its rows, so that hundreds of them stay quick. */
export function Checklist(props: ChecklistProps) {
  const { slug, sections, may, reader, people, asksVerification, clock } = props;
  const { selecting = null, setState = setItemState } = props;
  const changes = useItemChanges();
  const { filter, change, settle } = useItemFilter();
  const path = usePathname();
  const [choosing, setChoosing] = useState<Choosing>(null);
  const [asking, setAsking] = useState<Asking>(null);

  const current = sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...withChange(item, changes),
      subItems: item.subItems.map((subItem) => withChange(subItem, changes)),
    })),
  }));
  const context: RowContext = {
    slug,
    mayWork: may.work,
    hasMenus: useHydrated() && may.work,
    asksVerification,
    clock,
    onTick: (item, ticked) =>
      void changeItemState(item, { state: ticked ? "DONE" : "OPEN" }, reader.name, setState),
    onMenu: (item, anchor) => setChoosing({ item, anchor }),
    movedByOthers: (itemId) => changes.get(itemId)?.byOthers ?? false,
  };
  const filtering = isFiltering(filter);
  const matches = itemMatcher(filter, reader.memberId, new Date(clock.now));
  const shown = current
    .map((section) => ({ ...section, all: section.items, items: section.items.filter(matches) }))
    .filter((section) => !filtering || section.items.length > 0);
  const search = writeFilter(filter, new URLSearchParams(selecting ? "" : "select=1")).toString();
  const leaveMenu = () => {
    choosing?.anchor.focus();
    setChoosing(null);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only passes arrow keys between the boxes inside, which are all reachable by Tab
    <div onKeyDown={moveByArrow} className="pb-2">
      <DeploymentSteps sections={current} />
      <FilterBar
        slug={slug}
        views={props.views}
        filter={filter}
        sections={current}
        people={people}
        shown={shown.reduce((sum, { items }) => sum + items.length, 0)}
        onChange={change}
        onSettle={settle}
      >
        {may.edit && <a href={`${path}${search && `?${search}`}`}>{selecting ? "Done" : "Select"}</a>}
      </FilterBar>
      {selecting ? (
        <SelectableSections sections={shown} people={people} edits={selecting} context={context} />
      ) : (
        shown.map((section) => sectionBlock(section, context))
      )}
      {shown.length === 0 && (
        <p className="px-4.5 py-8 text-center text-ink-2">
          Nothing here: {(!filter.text.trim() && presetOf(filter)?.nothing) || "no item is like that"}.{" "}
          <button
            type="button"
            className="underline underline-offset-3 hover:text-ink"
            onClick={() => change(NO_FILTER)}
          >
            Show all
          </button>
        </p>
      )}
      {choosing && (
        <StateMenu
          anchor={choosing.anchor}
          item={choosing.item}
          isAlone={people.length === 1}
          asksVerification={asksVerification}
          onClose={leaveMenu}
          onSet={(state) => void changeItemState(choosing.item, { state }, reader.name, setState)}
          onAsk={(state) => setAsking({ item: choosing.item, state })}
        />
      )}
      {asking && (
        <StateDialog
          item={asking.item}
          state={asking.state}
          isAlone={people.length === 1}
          clock={clock}
          setState={setState}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function sectionBlock(section: SectionView & { all: ItemRow[] }, context: RowContext) {
  const { ticked, counted } = sectionCount(section.all);
  return (
    <section key={section.id} aria-labelledby={`s-${section.id}`}>
      <div className="section-head">
        <h2 id={`s-${section.id}`}>{section.title}</h2>
        <span className="num">{counted === 0 ? "nothing to do" : `${ticked} of ${counted}`}</span>
      </div>
      <ul>{section.items.map((item) => itemRow(item, context))}</ul>
    </section>
  );
}

/** Up and down move between boxes, as in a list. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (!(event.target instanceof HTMLInputElement) || event.target.type !== "checkbox") return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input.tick")].filter((box) =>
    box.checkVisibility(),
  );
  const next = boxes[boxes.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
