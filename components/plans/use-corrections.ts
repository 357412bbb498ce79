"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { notify, refreshSignal } from "@/components/ui/signals";
import type { Correction } from "@/lib/domain/plan-corrections";
import type { correctDraftSchema } from "@/lib/schemas/import-drafts";

export type CorrectDraft = ActionOf<typeof correctDraftSchema, { version: number }>;
/** Gives whether it was accepted. */
export type Say = (correction: Correction) => Promise<boolean>;

/** What is chosen is shown from the click on, until the page says what came of it, and not if it was refused. */
export function useChosen<Value>(value: Value): [Value, (next: Value, accepted: Promise<boolean>) => void] {
  const [chosen, setChosen] = useState<{ instead: Value; next: Value } | null>(null);
  const choose = (next: Value, accepted: Promise<boolean>) => {
    setChosen({ instead: value, next });
    void accepted.then((ok) => ok || setChosen(null));
  };
  return [chosen && chosen.instead === value ? chosen.next : value, choose];
}

/**
 * Sends corrections one after the other, each based on what the one before it left, and reads the page anew. Another tab
 * that was first is told by the server; the page then shows what stands there.
 */
export function useCorrections(
  draftId: string,
  version: number,
  correct: CorrectDraft,
): { say: Say; pending: boolean } {
  const seen = useRef(version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const newest = useRef(0);
  useEffect(() => {
    seen.current = Math.max(seen.current, version);
  }, [version]);

  const say = useCallback<Say>(
    (correction) => {
      setWaiting((count) => count + 1);
      const own = ++newest.current;
      const sent = queue.current.then(async () => {
        const result = await correct({ draftId, version: seen.current, correction }).catch(() => null);
        setWaiting((count) => count - 1);
        if (result?.ok) seen.current = result.value.version;
        else notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
        // At once, because the reader waits for it; of several only what the last one left.
        if (own === newest.current) refreshSignal.send(true);
        return result?.ok ?? false;
      });
      queue.current = sent;
      return sent;
    },
    [draftId, correct],
  );
  return { say, pending: waiting > 0 };
}
