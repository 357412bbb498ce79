import { startTransition, useEffect, useState } from "react";

/** More than a screen holds. */
const FIRST = 80;
const STEP = 200;

/**
 * How many rows of a long list are drawn: those first looked at, and soon the others, a few at a time so that the page
 * answers in between. All of them in the end, for those who search the page.
 *
 * @param total rows there are @param soughtAt the row the reader came for
 */
export function useInSteps(total: number, soughtAt: number): number {
  const [count, setCount] = useState(Math.max(0, soughtAt) + FIRST);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => startTransition(() => setCount(count + STEP)));
    return () => clearTimeout(timer);
  }, [count, total]);
  return count;
}
