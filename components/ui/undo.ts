import type { ActionResult } from "@/lib/domain/action-result";
import { notify, requestRefresh } from "./signals";

/** What the "Undo" of a message does: takes it back, and says so when that is refused. */
export const undoBy = (action: () => Promise<ActionResult<unknown>>) => (): void => {
  action()
    .catch(() => null)
    .then((result) => {
      if (result?.ok) return requestRefresh();
      notify({ text: result?.error.message ?? "The server could not be reached.", tone: "stop" });
    });
};
