import "@fontsource-variable/inter/wght.css";
import "@/components/ui/font.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { RouterBridge } from "@/components/shell/router-bridge";
import { themeOf } from "@/components/shell/theme";

/** The file that the style sheet names too; a browser would ask for it only after the page was laid out once without. */
const LATIN = new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url).href;

export const metadata: Metadata = {
  // What has no name of its own is named by what it shows (components/shell/tab-title.tsx).
  title: { default: "", template: "%s · Phasegate" },
  description: "A live, measured, signed gate in front of every rollout phase.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#181b1f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload(LATIN, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <a href="#main" className="skip">
          Skip to the content
        </a>
        {children}
        <RouterBridge />
      </body>
    </html>
  );
}
