import clsx from "clsx";
import { itemHref } from "@/components/phases/hrefs";
import { AvatarStack, NoAvatar } from "@/components/ui/avatar";
import { formatDue, type ReaderClock } from "@/components/ui/time-format";
import type { ItemRow, SubItemView } from "@/lib/domain/item-views";
import { boxMarkOf, isHalf, isTickedState, stateSentence, subItemsSentence } from "./state-words";

type Tickable = Pick<ItemRow, "id" | "title" | "state" | "version">;

/** What every row of one list shares. */
export interface RowContext {
  slug: string;
  mayWork: boolean;
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
function box(item: Tickable, mark: string | undefined, half: boolean, { mayWork, onTick }: RowContext) {
  return (
    <input
      type="checkbox"
      className="tick"
      aria-labelledby={`t-${item.id}`}
      aria-describedby={`m-${item.id}`}
      data-mark={mark}
      ref={(element) => {
        if (element) element.indeterminate = half;
      }}
      checked={isTickedState(item.state)}
      disabled={!mayWork}
      onChange={(event) => onTick(item, event.currentTarget.checked)}
    />
  );
}

/** One row. A function and not a component: a list of hundreds stays one component. */
export function itemRow(item: ItemRow, context: RowContext) {
  const { slug, mayWork, asksVerification, clock, onMenu, movedByOthers } = context;
  const ticked = isTickedState(item.state);
  const settled = ticked || item.state === "NOT_APPLICABLE";
  return (
    <li
      key={item.id}
      id={`item-${item.id}`}
      className={clsx("item", settled && "item-done", movedByOthers(item.id) && "item-moved")}
    >
      {box(item, boxMarkOf(item, asksVerification), isHalf(item), context)}
      <div className="min-w-0">
        <a id={`t-${item.id}`} href={itemHref(slug, item.id)} className="item-title">
          {item.title}
        </a>
        <p id={`m-${item.id}`} className="item-meta num">
          {!settled && item.level === "MUST" && <span className="must">MUST</span>}
          {item.level === "COULD" && <span>could</span>}
          {words(stateSentence(item, asksVerification, clock))}
          {words(item.area)}
          {item.dueOn && !settled && (
            <span className={item.overdue ? "font-[570] text-stop" : undefined}>
              {formatDue(item.dueOn, clock)}
            </span>
          )}
          {words(item.evidence > 0 && `${item.evidence} evidence`)}
          {words(countWord(item.comments, "comment", "comments"))}
        </p>
        {item.subItems.length > 0 && (
          <details className="subs">
            <summary>{subItemsSentence(item.subItems)}</summary>
            <ul>{item.subItems.map((subItem) => subItemRow(subItem, context))}</ul>
          </details>
        )}
      </div>
      <div className="item-right">
        {item.assignees.length > 0 ? (
          <AvatarStack names={item.assignees.map(({ name }) => name)} />
        ) : (
          !settled && <NoAvatar label="nobody assigned" />
        )}
        {mayWork && (
          <button
            type="button"
            className="icon-btn item-more"
            aria-haspopup="menu"
            aria-label={`More for ${item.title}`}
            onClick={(event) => onMenu(item, event.currentTarget)}
          />
        )}
      </div>
    </li>
  );
}

const words = (text: string | null | false) => text && <span>{text}</span>;

function subItemRow(subItem: SubItemView, context: RowContext) {
  return (
    <li key={subItem.id}>
      {box(subItem, undefined, subItem.state === "IN_PROGRESS", context)}
      <a id={`t-${subItem.id}`} href={itemHref(context.slug, subItem.id)} className="item-title">
        {subItem.title}
      </a>
      <span id={`m-${subItem.id}`} className="sr-only">
        sub-item
      </span>
    </li>
  );
}
