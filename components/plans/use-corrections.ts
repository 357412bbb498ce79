"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionOf } from "@/components/ui/action-of";
import { notify, requestRefresh } from "@/components/ui/signals";
import type { Correction } from "@/lib/domain/plan-corrections";
import type { correctDraftSchema } from "@/lib/schemas/import-drafts";

export type CorrectDraft = ActionOf<typeof correctDraftSchema, { version: number }>;
export type Say = (correction: Correction) => void;

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
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    seen.current = version;
  }, [version]);

  const say = useCallback<Say>(
    (correction) => {
      setWaiting((count) => count + 1);
      queue.current = queue.current.then(async () => {
        const result = await correct({ draftId, version: seen.current, correction }).catch(() => null);
        setWaiting((count) => count - 1);
        if (result?.ok) seen.current = result.value.version;
        else notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
        requestRefresh();
      });
    },
    [draftId, correct],
  );
  return { say, pending: waiting > 0 };
}
