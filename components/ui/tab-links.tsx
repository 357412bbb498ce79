"use client";
export interface TabLink {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
}

/**
 * Tabs as links: each has an address, works without a script and opens in a new window. A client component because
 * every page has them (docs/performance.md).
 */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count && <span className="num">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
