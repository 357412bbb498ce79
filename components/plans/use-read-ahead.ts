import { useEffect, useMemo } from "react";

/** A shorter text is read in a moment, a longer one takes longer to send twice than to read. */
const LENGTHS = { from: 20_000, to: 400_000 };
const SETTLED_MS = 300;

/** Hands a long text on as soon as nobody types any more; `stop` when it is sent anyway. */
export function useReadAhead() {
  const ahead = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    return {
      stop,
      typed(field: HTMLTextAreaElement, readAhead: (document: { text: string }) => Promise<unknown>) {
        stop();
        timer = setTimeout(() => {
          const text = field.value;
          // What goes wrong here is told when the text is sent.
          if (text.length >= LENGTHS.from && text.length <= LENGTHS.to) readAhead({ text }).catch(() => {});
        }, SETTLED_MS);
      },
    };
  }, []);
  useEffect(() => ahead.stop, [ahead]);
  return ahead;
}
