import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeOf } from "@/components/shell/theme";
import { TopBar } from "@/components/shell/top-bar";
import { pageActor } from "@/lib/auth/page-access";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email, role } = await pageActor();
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
