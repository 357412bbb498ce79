import { SESSION_COOKIES } from "@/lib/auth/session-cookies";
import type { Workspace } from "./data";
import { median, percentile } from "./measure";

/** An entry for each turn, spread over the list as people are over projects. */
export function pick<T>(list: readonly T[], turn: number): T {
  const entry = list[(turn * 7919) % list.length];
  if (entry === undefined) throw new Error("an empty list has nothing to pick");
  return entry;
}

/** @throws when `part` is not `count` times in the text */
export function expectText(text: string, part: string, count: number): void {
  const found = text.split(part).length - 1;
  if (found < count) throw new Error(`expected ${count} of "${part}" in the answer, found ${found}`);
}

export const cookieOf = ({ secret }: Workspace): { cookie: string } => ({
  cookie: `${SESSION_COOKIES[0]}=${secret}`,
});

/** "1.52 ms (p95 2.10)" */
export const milliseconds = (samples: readonly number[]): string =>
  `${median(samples).toFixed(2)} ms (p95 ${percentile(samples, 0.95).toFixed(2)})`;
