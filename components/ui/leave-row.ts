/**
 * Hands the focus on before a row is taken off the page, or the keyboard would begin again at the top: to the next row,
 * else the one before, else the section around them. Who is elsewhere by then stays there.
 */
export function leaveRow(row: HTMLElement | null): void {
  if (!row?.contains(document.activeElement)) return;
  const near = row.nextElementSibling ?? row.previousElementSibling ?? row.parentElement?.closest("section");
  near?.querySelector<HTMLElement>("[aria-expanded], input")?.focus();
}
