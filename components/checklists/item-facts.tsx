import { Avatar } from "@/components/ui/avatar";
import { formatDay, formatDue, type ReaderClock } from "@/components/ui/time-format";
import type { ItemView } from "@/lib/domain/item-views";
import type { Level } from "@/lib/domain/words";

const LEVEL_WORDS: Record<Level, string> = {
  MUST: "Must: it blocks the gate",
  SHOULD: "Should: it moves the score",
  COULD: "Could: shown, never scored",
};

/** What an item is: level, area, due day, people. */
export function ItemFacts({ item, clock }: { item: ItemView; clock: ReaderClock }) {
  const { dueOn, overdue } = item;
  const isSettled = item.state === "DONE" || item.state === "VERIFIED" || item.state === "NOT_APPLICABLE";
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-small">
      <dt className="text-ink-3">Level</dt>
      <dd>{LEVEL_WORDS[item.level]}</dd>
      <dt className="text-ink-3">Area</dt>
      <dd>{item.area ?? "none"}</dd>
      <dt className="text-ink-3">Due</dt>
      <dd className={overdue ? "font-medium text-stop" : undefined}>
        {dueOn ? (isSettled ? formatDay(dueOn, clock) : formatDue(dueOn, clock)) : "no day"}
      </dd>
      <dt className="text-ink-3">Assigned</dt>
      <dd>
        {item.assignees.length === 0 && "nobody"}
        <ul className="grid gap-1">
          {item.assignees.map(({ memberId, name }) => (
            <li key={memberId} className="flex items-center gap-2">
              <Avatar name={name} />
              {name}
            </li>
          ))}
        </ul>
      </dd>
      <dt className="text-ink-3">Key</dt>
      <dd className="break-all text-ink-2">{item.key}</dd>
    </dl>
  );
}
