import { itemHref, phaseHref } from "@/components/phases/hrefs";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDue, type ReaderClock } from "@/components/ui/time-format";
import type { MyItemView } from "@/lib/domain/item-views";
import { STATE_WORDS } from "./state-words";

/** What is assigned to the reader in all projects, due first. */
export function MyItemList({ items, clock }: { items: MyItemView[]; clock: ReaderClock }) {
  if (items.length === 0)
    return (
      <EmptyState title="No item is yours to do">
        Items assigned to you that are not done stand here, what is due first on top.
      </EmptyState>
    );
  return (
    <ul>
      {items.map((item) => (
        <li
          key={item.id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-4.5 py-2.5 first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-72">
            <a href={itemHref(item.projectSlug, item.id)} className="item-title">
              {item.title}
            </a>
            <p className="item-meta">
              {item.level === "MUST" && <span className="must">MUST</span>}
              {item.parentTitle && <span>in {item.parentTitle}</span>}
              {item.state !== "OPEN" && (
                <span>
                  {item.state === "WAIVED" ? "waiver has lapsed" : STATE_WORDS[item.state].toLowerCase()}
                </span>
              )}
              {item.dueOn && (
                <span className={item.overdue ? "font-medium text-stop" : undefined}>
                  {formatDue(item.dueOn, clock)}
                </span>
              )}
            </p>
          </div>
          <a
            href={phaseHref(item.projectSlug, item.phaseKey)}
            className="text-small text-ink-2 hover:underline"
          >
            {item.projectName}, {item.phaseName}
          </a>
        </li>
      ))}
    </ul>
  );
}
