import type { ReactNode } from "react";
import { type Reader, TopBar } from "@/components/shell/top-bar";

/** The frame of every page for who is signed in. */
export function Shell({ reader, children }: { reader: Reader; children: ReactNode }) {
  const { name, email, role } = reader;
  return (
    <>
      <TopBar reader={{ name, email, role }} signOutHref="/sign-out" />
      <main id="main" className="page">
        {children}
      </main>
    </>
  );
}
