import type { Metadata } from "next";

/** Next marks what notFound() throws by its digest. */
const isNotFound = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).endsWith(";404");

/**
 * The title of the browser's tab, named after what the page shows. The read is the page's own, made once per request
 * (React's cache), so a title costs no query.
 *
 * @param read what the page reads; when it fails, the page that says so has its own title
 */
export const tabTitle = <T>(read: Promise<T>, titleOf: (value: T) => string): Promise<Metadata> =>
  read.then(
    (value) => ({ title: titleOf(value) }),
    (error: unknown) => (isNotFound(error) ? { title: "Not found" } : {}),
  );
