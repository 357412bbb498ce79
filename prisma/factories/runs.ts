import type { Parameters } from "fast-check";

/** Milliseconds to look for each property, FUZZ=60000; docs/decisions/0021 says when. */
export const FUZZ = Number(process.env.FUZZ ?? 0);

/**
 * How long a property is tried: the same cases each time, so that `npm test` judges the change and not the day; with FUZZ, ever new
 * ones for as long as it says. In: how many cases, at least 1.
 */
export const runs = (numRuns: number): Parameters<unknown> =>
  FUZZ > 0
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: FUZZ }
    : { numRuns, seed: 20261122 };
