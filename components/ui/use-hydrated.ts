import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the server draws, true as soon as the page is alive: for what does nothing without its script. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
