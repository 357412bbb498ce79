import type { ReactNode } from "react";

/** A page in front of the product: what it is, and one thing to do. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-[440px] content-center px-4 py-10">
      <p className="logo mb-5 justify-self-start">
        <i aria-hidden="true" />
        <span>Phasegate</span>
      </p>
      <div className="panel p-6">
        <h1 className="text-page leading-tight font-semibold tracking-[-0.02em]">{title}</h1>
        {lead && <p className="mt-1 mb-5 text-ink-2">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
