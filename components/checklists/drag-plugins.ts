"use client";
import { StyleInjector } from "@dnd-kit/dom";
import type { DragDropProvider } from "@dnd-kit/react";
import type { ComponentProps } from "react";

/** Under a strict content policy the drag's own styles need the page's nonce. */
export const withNonce: ComponentProps<typeof DragDropProvider>["plugins"] = (defaults) => {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (!nonce) return defaults;
  return [...defaults.filter((plugin) => plugin !== StyleInjector), StyleInjector.configure({ nonce })];
};
