"use client";
import { useState } from "react";
import { Menu, MenuChoices, MenuItem, MenuLink, MenuRule } from "@/components/ui/menu";
import { can } from "@/lib/domain/permissions";
import { remember } from "./device-cookies";
import { THEMES, type Theme, themeOf } from "./theme";
import type { Reader } from "./top-bar";

interface AccountMenuProps {
  anchor: Element;
  reader: Reader;
  signOutHref: string;
  onClose: () => void;
}

export function AccountMenu({ anchor, reader, signOutHref, onClose }: AccountMenuProps) {
  const [chosen, setChosen] = useState(() => themeOf(document.documentElement.dataset.theme));
  const choose = (next: Theme) => {
    setChosen(next);
    remember("theme", next);
    document.documentElement.dataset.theme = next;
  };
  return (
    <Menu anchor={anchor} label="Account" onClose={onClose}>
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="font-semibold">{reader.name}</p>
        <p className="text-fine text-ink-3">{reader.email}</p>
      </div>
      <MenuRule />
      {can(reader.role, "token:own") && <MenuLink href="/tokens">Tokens</MenuLink>}
      <MenuLink href="/docs/api">API</MenuLink>
      <MenuRule />
      <MenuChoices label="Colours" value={chosen} options={THEMES} onChange={choose} />
      <MenuRule />
      <MenuItem onSelect={() => location.assign(signOutHref)}>Sign out</MenuItem>
    </Menu>
  );
}
