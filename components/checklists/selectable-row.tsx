import clsx from "clsx";
import { createElement } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import type { ItemRow } from "@/lib/domain/item-views";
import { isSettled, itemMeta, type RowContext } from "./item-row";

export type SelectContext = Pick<RowContext, "asksVerification" | "clock">;

type Choose = (id: string, on: boolean, range: boolean) => void;

const box = (id: string, on: boolean, choose: Choose) => (
  <input
    type="checkbox"
    id={`select-${id}`}
    className="tick tick-select"
    checked={on}
    onChange={({ currentTarget, nativeEvent }) =>
      choose(id, currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
    }
  />
);

/** An item to be selected, with its sub-items under it: what is not seen is never changed. */
export function selectableRow(
  item: ItemRow,
  selected: ReadonlySet<string>,
  choose: Choose,
  context: SelectContext,
) {
  const meta = itemMeta(item, context);
  const on = selected.has(item.id);
  return (
    <li key={item.id} className={clsx("item", isSettled(item) && "item-done", on && "item-selected")}>
      {box(item.id, on, choose)}
      <label htmlFor={`select-${item.id}`} className="item-title">
        {item.title}
      </label>
      {/* Spread, because words that each have their place need no keys. */}
      {meta.some(Boolean) && createElement("p", { className: "item-meta num" }, ...meta)}
      {item.assignees.length > 0 && <AvatarStack names={item.assignees.map(({ name }) => name)} />}
      {item.subItems.length > 0 && (
        <ul className="subs mt-1 grid gap-1">
          {item.subItems.map(({ id, title }) => (
            <li key={id} className="flex items-start gap-2.5 text-small">
              {box(id, selected.has(id), choose)}
              <label htmlFor={`select-${id}`} className="item-title">
                {title}
              </label>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
