import type { ReactNode } from "react";
import { pageActor } from "@/lib/auth/page-access";
import { Shell } from "./shell";

export default async function AppLayout({ children }: { children: ReactNode }) {
  return <Shell reader={await pageActor()}>{children}</Shell>;
}
