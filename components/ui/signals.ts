/**
 * What a component asks of the page without holding the router or the toaster: the bridge and the toaster of the shell
 * listen. It keeps rows free of hooks, and both out of the first load of what only might need them.
 */
export interface Toast {
  text: string;
  tone?: "plain" | "stop";
  /** offers "Undo" for a few seconds */
  undo?: () => void;
}

type Listener<T> = (value: T) => void;

function signal<T>() {
  let listener: Listener<T> | null = null;
  let waiting: T[] = [];
  let wake: () => void = () => {};
  return {
    send(value: T) {
      if (listener) return listener(value);
      waiting.push(value);
      wake();
    },
    /** Told when something is sent and nobody listens yet, so that the listener can be fetched. */
    whenWaiting(callback: () => void) {
      wake = callback;
      if (waiting.length > 0) wake();
    },
    listen(next: Listener<T>) {
      listener = next;
      for (const value of waiting) next(value);
      waiting = [];
      return () => {
        if (listener === next) listener = null;
      };
    },
  };
}

export const toastSignal = signal<Toast>();
export const navigationSignal = signal<string>();
export const refreshSignal = signal<true>();

/** Shows a short message; screen readers hear it. */
export const notify = (toast: Toast): void => toastSignal.send(toast);

/** Follows an address inside the product without loading the page anew. */
export const navigate = (href: string): void => navigationSignal.send(href);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the server for this page again; many calls in a moment become one. */
export function requestRefresh(): void {
  clearTimeout(timer);
  timer = setTimeout(() => refreshSignal.send(true), 150);
}
