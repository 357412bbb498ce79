import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

interface Choice {
  href: string;
  icon: IconName;
  title: string;
  children: ReactNode;
}

function choice({ href, icon, title, children }: Choice) {
  return (
    <li key={href}>
      <a
        href={href}
        className="panel grid h-full content-start grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 p-4 transition-colors hover:border-line-strong hover:bg-sunk"
      >
        <span className="row-span-2 mt-0.5 grid size-8 place-items-center rounded-lg bg-brand-soft text-brand">
          <Icon name={icon} />
        </span>
        <span className="font-semibold">{title}</span>
        <span className="text-small text-ink-2">{children}</span>
      </a>
    </li>
  );
}

/** Three ways to begin. */
export function NewProjectChoices({
  importHref,
  templateHref,
  emptyHref,
}: Record<"importHref" | "templateHref" | "emptyHref", string>) {
  return (
    <ul className="grid gap-3 md:grid-cols-3">
      {choice({
        href: importHref,
        icon: "file",
        title: "Import a plan",
        children:
          "Paste or drop the Markdown you already have. You see what was understood before anything is made.",
      })}
      {choice({
        href: templateHref,
        icon: "note",
        title: "Start from a template",
        children:
          "Rollouts teams plan most: launch, migration, hardening and more, ready to be worked and changed.",
      })}
      {choice({
        href: emptyHref,
        icon: "plus",
        title: "Start empty",
        children: "Three bare phases, and everything else is yours to write.",
      })}
    </ul>
  );
}
