/**
 * The title of the browser's tab on a page that is named after what it shows; React puts it into the head. Pages with a
 * name of their own say it by `metadata`. A title that Next has to ask for (`generateMetadata`) is read and resolved
 * beside the page, which took 3% of a phase's time (docs/performance.md).
 */
export const TabTitle = ({ children }: { children: string }) => <title>{`${children} · Phasegate`}</title>;
