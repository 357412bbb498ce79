"use client";
export interface TabLink {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
}

/** On a phone the tabs scroll sideways: the one that is open must not be outside. */
function showCurrent(nav: HTMLElement | null): void {
  const tab = nav?.querySelector<HTMLElement>("[aria-current]");
  if (nav && tab) nav.scrollLeft = tab.offsetLeft - nav.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2;
}

/**
 * Tabs as links: each has an address, works without a script and opens in a new window. A client component because
 * every page has them (docs/performance.md).
 */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav ref={showCurrent} aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count && <span className="num">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
