"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type ItemFilter, parseFilter, writeFilter } from "@/lib/domain/item-filter";

/** Browsers refuse an address that is written for every key. */
const WRITE_AFTER_MS = 250;

/**
 * The filter of the checklist, which is in the address: a link to it shows the same to somebody else, the server draws
 * it at once, and going back finds it again. It is written there without asking the server for anything.
 */
export function useItemFilter() {
  const query = useSearchParams();
  const address = query.toString();
  const [filter, setFilter] = useState(() => parseFilter(query));
  const seen = useRef(address);
  // What is written comes back from the router a moment later, when more may have been typed.
  const own = useRef({ latest: "", written: new Set<string>() });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<ItemFilter>(undefined);

  useEffect(() => {
    if (seen.current === address) return;
    seen.current = address;
    const { written, latest } = own.current;
    if (!written.has(address)) setFilter(parseFilter(new URLSearchParams(address)));
    if (address === latest) written.clear();
  }, [address]);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    if (!waiting.current) return;
    const query = writeFilter(waiting.current, new URLSearchParams(location.search)).toString();
    waiting.current = undefined;
    if (query === new URLSearchParams(location.search).toString()) return;
    own.current.latest = query;
    own.current.written.add(query);
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (next: ItemFilter, typing = false) => {
      setFilter(next);
      waiting.current = next;
      clearTimeout(timer.current);
      if (typing) timer.current = setTimeout(write, WRITE_AFTER_MS);
      else write();
    },
    [write],
  );

  /** `settle` writes at once what was being typed. */
  return { filter, change, settle: write };
}
