"use client";
import { Accessibility, StyleInjector } from "@dnd-kit/dom";
import type { DragDropProvider } from "@dnd-kit/react";
import { isSortable } from "@dnd-kit/react/sortable";
import type { ComponentProps } from "react";

/** What is told of a thing while it is dragged: each sortable brings it as its data. */
export interface Dragged {
  title: string;
  /** how many stand in its list */
  count: number;
  /** the list's name, where there are several */
  list: string | null;
}

type Options = NonNullable<ConstructorParameters<typeof Accessibility>[1]>;
type Announcements = NonNullable<Options["announcements"]>;
type Source = Parameters<Announcements["dragstart"]>[0]["operation"]["source"];

function told(source: Source): { title: string; place: string } | null {
  if (!isSortable(source)) return null;
  const { title, count, list }: Dragged = source.data;
  return { title, place: `${source.index + 1} of ${count}${list ? ` in ${list}` : ""}` };
}

/** The place that was told last, so that a thing held still is not told again; one thing is dragged at a time. */
let lastPlace = "";

const announcements: Announcements = {
  dragstart({ operation: { source } }) {
    const dragged = told(source);
    if (!dragged) return;
    lastPlace = dragged.place;
    return `Picked up ${dragged.title}, ${dragged.place}.`;
  },
  dragover({ operation: { source, target } }) {
    // Over another one it has yet to move; once it has, it is over its own place.
    const dragged = source?.id === target?.id ? told(source) : null;
    if (!dragged || dragged.place === lastPlace) return;
    lastPlace = dragged.place;
    return `${dragged.title} is at ${dragged.place}.`;
  },
  dragend({ operation: { source }, canceled }) {
    const dragged = told(source);
    if (!dragged) return;
    return canceled ? `Put back ${dragged.title}.` : `Dropped ${dragged.title} at ${dragged.place}.`;
  },
};

/** The library's own plugins, which otherwise announce ids; under a strict content policy its styles need the page's nonce. */
export const dragPlugins: ComponentProps<typeof DragDropProvider>["plugins"] = (defaults) => {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  return [
    ...defaults.filter((plugin) => plugin !== Accessibility && plugin !== StyleInjector),
    Accessibility.configure({ announcements }),
    StyleInjector.configure({ nonce }),
  ];
};
