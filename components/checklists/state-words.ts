import { formatDay, formatMoment, type ReaderClock } from "@/components/ui/time-format";
import type { ItemRow, SubItemView } from "@/lib/domain/item-views";
import type { ItemState, Level } from "@/lib/domain/words";

export const STATE_WORDS: Record<ItemState, string> = {
  OPEN: "Open",
  IN_PROGRESS: "In progress",
  DONE: "Done",
  VERIFIED: "Verified",
  WAIVED: "Waived",
  NOT_APPLICABLE: "Not applicable",
};

export const LEVEL_WORDS: Record<Level, string> = {
  MUST: "Must",
  SHOULD: "Should",
  COULD: "Could",
};

export const isTickedState = (state: ItemState): boolean => state === "DONE" || state === "VERIFIED";

/** Ticked, but the project asks that another person looks. */
export const isClaimed = (state: ItemState, asksVerification: boolean): boolean =>
  state === "DONE" && asksVerification;

/** The mark a box shows besides on and off (checklist.css draws each as a shape of its own). */
export function boxMarkOf(
  item: Pick<ItemRow, "state" | "subItems">,
  asksVerification: boolean,
): string | undefined {
  if (isClaimed(item.state, asksVerification)) return "claimed";
  if (item.state === "VERIFIED") return "verified";
  if (item.state === "WAIVED") return "waived";
  if (item.state === "NOT_APPLICABLE") return "not-applicable";
  return isHalf(item) ? "half" : undefined;
}

/** Begun: said to be in progress, or some sub-items are ticked. */
export const isHalf = ({ state, subItems }: Pick<ItemRow, "state" | "subItems">): boolean =>
  state === "IN_PROGRESS" || (state === "OPEN" && subItems.some((subItem) => isTickedState(subItem.state)));

/** Who brought the item to where it is, in a few words; null while it is open. */
export function stateSentence(item: ItemRow, asksVerification: boolean, clock: ReaderClock): string | null {
  const when = item.stateAt ? formatMoment(item.stateAt, clock) : "";
  const by = item.stateBy ? ` by ${item.stateBy}` : "";
  switch (item.state) {
    case "OPEN":
      return null;
    case "IN_PROGRESS":
      return "in progress";
    case "DONE":
      return asksVerification
        ? `claimed${by}, not yet verified`
        : [item.stateBy, when].filter(Boolean).join(", ");
    case "VERIFIED":
      return `verified${by}${when && `, ${when}`}`;
    case "WAIVED":
      return item.waiverExpiresAt
        ? `waived until ${formatDay(item.waiverExpiresAt.slice(0, 10), clock)}`
        : "waiver has lapsed";
    case "NOT_APPLICABLE":
      return `not applicable${by}`;
  }
}

export function subItemsSentence(subItems: SubItemView[]): string {
  const counted = subItems.filter((subItem) => subItem.state !== "NOT_APPLICABLE");
  const ticked = counted.filter((subItem) => isTickedState(subItem.state)).length;
  return `${ticked} of ${counted.length} sub-items`;
}

/** "6 of 8": what counts and what is ticked of it. */
export function sectionCount(items: Pick<ItemRow, "state">[]): { ticked: number; counted: number } {
  const counted = items.filter((item) => item.state !== "NOT_APPLICABLE");
  return { ticked: counted.filter((item) => isTickedState(item.state)).length, counted: counted.length };
}
