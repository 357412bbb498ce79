import clsx from "clsx";
import { createElement } from "react";
import { itemHref } from "@/components/phases/hrefs";
import { AvatarStack } from "@/components/ui/avatar";
import { formatDue, type ReaderClock } from "@/components/ui/time-format";
import type { ItemRow, SubItemView } from "@/lib/domain/item-views";
import { boxMarkOf, isHalf, isTickedState, stateSentence, subItemsSentence } from "./state-words";

type Tickable = Pick<ItemRow, "id" | "title" | "state" | "version">;

/** What every row of one list shares. */
export interface RowContext {
  slug: string;
  mayWork: boolean;
  /** drawn once they do something: every row has one, and they took a tenth of the page's HTML */
  hasMenus: boolean;
  asksVerification: boolean;
  clock: ReaderClock;
  onTick: (item: Tickable, ticked: boolean) => void;
  onMenu: (item: ItemRow, button: HTMLElement) => void;
  /** ids of items somebody else just changed */
  movedByOthers: (itemId: string) => boolean;
}

const countWord = (count: number, one: string, many: string) =>
  count > 0 && `${count} ${count === 1 ? one : many}`;

/** A native box: Space ticks it, and a screen reader says its title and "half" by itself. */
function box(
  item: Tickable,
  { mayWork, onTick }: RowContext,
  look: { mark?: string; half: boolean; describedBy?: string },
) {
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={item.title}
      aria-describedby={look.describedBy}
      data-mark={look.mark}
      ref={(element) => {
        if (element) element.indeterminate = look.half;
      }}
      checked={isTickedState(item.state)}
      disabled={!mayWork}
      onChange={(event) => onTick(item, event.currentTarget.checked)}
    />
  );
}

const words = (text: string | null | false) => text && <span>{text}</span>;

/** Nothing more is asked of it. */
export const isSettled = ({ state }: Pick<ItemRow, "state">): boolean =>
  isTickedState(state) || state === "NOT_APPLICABLE";

/** What the line under the title says; nothing for most rows, which then have no such line. */
export function itemMeta(
  item: ItemRow,
  { asksVerification, clock }: Pick<RowContext, "asksVerification" | "clock">,
) {
  const settled = isSettled(item);
  return [
    !settled && item.level === "MUST" && <span className="must">MUST</span>,
    item.level === "COULD" && <span>could</span>,
    words(stateSentence(item, asksVerification, clock)),
    words(!settled && item.waiverAsked === true && "waiver asked for"),
    words(item.area),
    item.dueOn && !settled && (
      <span className={item.overdue ? "font-medium text-stop" : undefined}>
        {formatDue(item.dueOn, clock)}
      </span>
    ),
    words(item.evidence > 0 && `${item.evidence} evidence`),
    words(countWord(item.comments, "comment", "comments")),
  ];
}

/**
 * One row. A function and not a component, and flat: a list of hundreds stays one component with four elements to a
 * row, placed by the grid of checklist.css.
 */
export function itemRow(item: ItemRow, context: RowContext) {
  const { slug, hasMenus, asksVerification, onMenu, movedByOthers } = context;
  const settled = isSettled(item);
  const meta = itemMeta(item, context);
  const metaId = meta.some(Boolean) ? `m-${item.id}` : undefined;
  const nobody = item.assignees.length === 0 && !settled;
  return (
    <li
      key={item.id}
      id={`item-${item.id}`}
      className={clsx(
        "item",
        settled && "item-done",
        nobody && "item-nobody",
        movedByOthers(item.id) && "item-moved",
      )}
    >
      {box(item, context, {
        mark: boxMarkOf(item, asksVerification),
        half: isHalf(item),
        describedBy: metaId,
      })}
      <a href={itemHref(slug, item.id)} className="item-title">
        {item.title}
      </a>
      {/* Spread, because words that each have their place need no keys. */}
      {metaId && createElement("p", { id: metaId, className: "item-meta num" }, ...meta)}
      {item.subItems.length > 0 && (
        <details className="subs">
          <summary>{subItemsSentence(item.subItems)}</summary>
          <ul>{item.subItems.map((subItem) => subItemRow(subItem, context))}</ul>
        </details>
      )}
      {item.assignees.length > 0 && <AvatarStack names={item.assignees.map(({ name }) => name)} />}
      {hasMenus && (
        <button
          type="button"
          className="icon-btn item-more"
          aria-haspopup="menu"
          aria-label={`More for ${item.title}`}
          onClick={(event) => onMenu(item, event.currentTarget)}
        />
      )}
    </li>
  );
}

function subItemRow(subItem: SubItemView, context: RowContext) {
  return (
    <li key={subItem.id}>
      {box(subItem, context, { half: subItem.state === "IN_PROGRESS" })}
      <a href={itemHref(context.slug, subItem.id)} className="item-title">
        {subItem.title}
      </a>
    </li>
  );
}
