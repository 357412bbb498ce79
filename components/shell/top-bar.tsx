"use client";
import { can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/words";
import { AccountButton } from "./account-button";
import { NavLinks } from "./nav-links";

export interface Reader {
  name: string;
  email: string;
  role: Role;
}

/**
 * The line on top of every page. On a phone the word beside the diamond goes and the links stay. One client component,
 * because what it is made of would else be sent beside its HTML.
 */
export function TopBar({ reader, signOutHref }: { reader: Reader; signOutHref: string }) {
  const links = [
    { href: "/", label: "Projects", under: ["/projects", "/import", "/new"] },
    { href: "/my-work", label: "My work", under: [] },
    { href: "/audit", label: "Audit", under: [] },
    ...(can(reader.role, "workspace:read") ? [{ href: "/members", label: "Members", under: [] }] : []),
  ];
  return (
    <header className="top-bar">
      <a href="/" className="logo" aria-label="Phasegate, all projects">
        <i aria-hidden="true" />
        <span>Phasegate</span>
      </a>
      <NavLinks links={links} />
      <AccountButton reader={reader} signOutHref={signOutHref} />
    </header>
  );
}
