"use client";
import { Component, createRef } from "react";
import { inner, type Markup } from "./markup";

/**
 * An entry of a list whose content is markup. A change replaces the content as a whole; who stood on a link in it then
 * stands on the new one. A class, because only its `getSnapshotBeforeUpdate` sees the page just before it changes.
 */
export class WrittenItem extends Component<{ content: Markup }> {
  private readonly item = createRef<HTMLLIElement>();

  override shouldComponentUpdate({ content }: { content: Markup }): boolean {
    return String(content) !== String(this.props.content);
  }

  override getSnapshotBeforeUpdate(): string | null {
    const focused = document.activeElement;
    return focused && this.item.current?.contains(focused) ? focused.getAttribute("href") : null;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, href: string | null): void {
    if (href === null) return;
    const links = this.item.current?.querySelectorAll("a") ?? [];
    [...links].find((link) => link.getAttribute("href") === href)?.focus({ preventScroll: true });
  }

  override render() {
    return <li ref={this.item} {...inner(this.props.content)} />;
  }
}
