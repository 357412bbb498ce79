import { useEffect, useMemo } from "react";
import { readPlanFile } from "./read-plan-file";

/** A shorter text is read in a moment, a longer one takes longer to send twice than to read. */
const LENGTHS = { from: 20_000, to: 400_000 };
const SETTLED_MS = 300;

export type ReadAhead = (document: { text: string } | { file: string }) => Promise<unknown>;

const isWorthIt = (length: number): boolean => length >= LENGTHS.from && length <= LENGTHS.to;

/**
 * Hands a long text on as soon as nobody types any more, and a file that was chosen; `stop` when they are sent anyway.
 * What goes wrong here is told when they are.
 */
export function useReadAhead(readAhead: ReadAhead | undefined) {
  const ahead = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    const after = (wait: number, work: (send: ReadAhead) => Promise<unknown>) => {
      stop();
      if (readAhead) timer = setTimeout(() => work(readAhead).catch(() => {}), wait);
    };
    return {
      stop,
      typed: (field: HTMLTextAreaElement) =>
        after(SETTLED_MS, async (send) => {
          const text = field.value;
          if (isWorthIt(text.length)) await send({ text });
        }),
      chosen: (file: File) =>
        after(0, async (send) => {
          const content = isWorthIt(file.size) ? await readPlanFile(file) : null;
          if (content?.ok) await send({ file: content.value });
        }),
    };
  }, [readAhead]);
  useEffect(() => ahead.stop, [ahead]);
  return ahead;
}
