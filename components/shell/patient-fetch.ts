const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 4_000;

/** How Next asks for a page it shows already, or for the next one. */
const readsPage = (init: RequestInit | undefined): boolean => new Headers(init?.headers).get("rsc") === "1";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Lets a page that cannot be read wait for the server. Next would open its address instead, and the browser's own error
 * page would take the place of what is shown and of all that was typed there. Writes are refused at once, as ever.
 * @returns undoes it
 */
export function installPatientFetch(): () => void {
  const send = window.fetch;
  const patient: typeof fetch = async (input, init) => {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS))
      try {
        return await send(input, init);
      } catch (error) {
        if (!readsPage(init) || init?.signal?.aborted) throw error;
        await pause(wait);
      }
  };
  window.fetch = patient;
  return () => {
    if (window.fetch === patient) window.fetch = send;
  };
}
