import type { ReactNode } from "react";

export interface Crumb {
  href: string;
  label: string;
}

/** The way here, the name, one line about it, and what can be done. */
export function PageHead({
  title,
  crumbs = [],
  lead,
  children,
}: {
  title: string;
  crumbs?: Crumb[];
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mb-4.5 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb" className="text-ink-2">
            {crumbs.map((crumb) => (
              <span key={crumb.href}>
                <a href={crumb.href} className="hover:underline">
                  {crumb.label}
                </a>
                <span aria-hidden="true"> / </span>
              </span>
            ))}
          </nav>
        )}
        <h1 className="text-page leading-tight font-semibold tracking-[-0.02em]">{title}</h1>
        {lead && <p className="mt-0.5 text-ink-2">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2.5">{children}</div>}
    </div>
  );
}
