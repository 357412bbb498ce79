import { setTimeout as sleep } from "node:timers/promises";

/** Work takes at most a fifth of the time, so that those who wait for an answer hardly notice. */
const REST = 4;

/**
 * Work in the background for whatever changed: one key at a time, each once however often it was named meanwhile, with
 * a rest after each that is the longer the slower the work went.
 *
 * @param work must not reject
 * @param settleMs how long a key waits, so that a burst of changes is worked on once
 * @returns names a key that changed
 */
export function pacedWork(work: (key: string) => Promise<void>, settleMs: number): (key: string) => void {
  const due = new Map<string, number>();
  let isRunning = false;
  const pause = (ms: number) => sleep(Math.max(0, ms), undefined, { ref: false });

  async function run(): Promise<void> {
    isRunning = true;
    // In the order in which they were named; what is named meanwhile comes up too.
    for (const [key, at] of due) {
      await pause(at - performance.now());
      due.delete(key);
      const started = performance.now();
      await work(key);
      await pause((performance.now() - started) * REST);
    }
    isRunning = false;
  }

  return (key) => {
    if (!due.has(key)) due.set(key, performance.now() + settleMs);
    if (!isRunning) void run();
  };
}
