import { AsyncLocalStorage } from "node:async_hooks";

// On globalThis: a bundler may load this module once for each entry, and all of them must share one storage.
const holder = globalThis as typeof globalThis & { phasegateRequestIds?: AsyncLocalStorage<string> };

function storage(): AsyncLocalStorage<string> {
  holder.phasegateRequestIds ??= new AsyncLocalStorage<string>();
  return holder.phasegateRequestIds;
}

/** Runs something so that every log line written meanwhile carries this request id. */
export function withRequestId<T>(requestId: string, run: () => T): T {
  return storage().run(requestId, run);
}

/** The id of the request being answered, if there is one. */
export function requestId(): string | undefined {
  return storage().getStore();
}
