import { useSyncExternalStore } from "react";
import { notify, requestRefresh } from "@/components/ui/signals";
import type { ItemState } from "@/lib/domain/words";
import type { ItemStateWish, SetItemState } from "./set-item-state";

/** What is known of an item beyond the page as the server made it. */
export interface ItemChange {
  state: ItemState;
  by: string | null;
  at: string;
  version: number;
  /** asked for and not yet answered */
  pending: boolean;
  /** somebody else did it, so the row shows that it moved */
  byOthers: boolean;
}

type Changes = ReadonlyMap<string, ItemChange>;
const NONE: Changes = new Map();

let changes: Changes = NONE;
const listeners = new Set<() => void>();

function put(itemId: string, change: ItemChange | undefined): void {
  const next = new Map(changes);
  if (change) next.set(itemId, change);
  else next.delete(itemId);
  changes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useItemChanges = (): Changes =>
  useSyncExternalStore(
    subscribe,
    () => changes,
    () => NONE,
  );

/** A change the server told of. One older than what is known is passed over; one while a tick is under way waits for it. */
export function applyItemState(
  itemId: string,
  state: ItemState,
  byName: string | null,
  at: string,
  version: number,
): void {
  const known = changes.get(itemId);
  if (known && (known.pending || known.version >= version)) return;
  put(itemId, { state, by: byName, at, version, pending: false, byOthers: true });
}

interface ChangeableItem {
  id: string;
  state: ItemState;
  version: number;
}

interface RowState extends ChangeableItem {
  stateBy?: string | null;
  stateAt?: string | null;
  doneByReader?: true;
}

/** The row as it stands now: the server's, unless something newer is known. */
export function withChange<Row extends RowState>(row: Row, known: Changes): Row {
  const change = known.get(row.id);
  if (!change || (!change.pending && change.version <= row.version)) return row;
  const doneByReader = change.state === "DONE" && !change.byOthers ? true : undefined;
  return { ...row, state: change.state, stateBy: change.by, stateAt: change.at, doneByReader };
}

const wanted = new Map<string, ItemStateWish>();

/**
 * Shows the wished state at once, asks the server, and takes it back with the reason when it is refused. A second wish
 * for an item whose first is under way is sent when that one is answered, so answers cannot overtake each other.
 */
export async function changeItemState(
  item: ChangeableItem,
  wish: ItemStateWish,
  by: string,
  send: SetItemState,
): Promise<boolean> {
  const before = changes.get(item.id);
  const underWay = wanted.has(item.id);
  wanted.set(item.id, wish);
  const shown = {
    state: wish.state,
    by,
    at: new Date().toISOString(),
    version: before?.version ?? item.version,
  };
  put(item.id, { ...shown, pending: true, byOthers: false });
  if (underWay) return true;

  const result = await send(item.id, wish);
  const latest = wanted.get(item.id);
  wanted.delete(item.id);
  if (!result.ok) {
    put(item.id, before);
    // A server that is away has no other page to show.
    if (result.error.code !== "UNAVAILABLE") requestRefresh();
    notify({ text: result.error.message, tone: "stop" });
    return false;
  }
  put(item.id, {
    ...shown,
    state: result.value.state,
    version: result.value.version,
    pending: false,
    byOthers: false,
  });
  if (latest && latest !== wish) return changeItemState(item, latest, by, send);
  requestRefresh();
  return true;
}
