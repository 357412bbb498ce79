import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeOf } from "@/components/shell/theme";
import { type Reader, TopBar } from "@/components/shell/top-bar";

/** The frame of every page for who is signed in. */
export async function Shell({ reader, children }: { reader: Reader; children: ReactNode }) {
  const { name, email, role } = reader;
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <TopBar reader={{ name, email, role }} theme={theme} signOutHref="/sign-out" />
      <main id="main" className="page">
        {children}
      </main>
    </>
  );
}
