/** Addresses that are not pages: files, the REST interface, and doors that change the session. */
const HARD = /^\/(api|docs\/api|sign-out)(\/|$)/;

/** The address to follow without a reload when this click is an ordinary one on a link to a page of ours, else null. */
export function softTarget(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return null;
  if (link.target && link.target !== "_self") return null;
  if (link.origin !== location.origin || HARD.test(link.pathname)) return null;
  const onlyHash = link.hash && link.pathname === location.pathname && link.search === location.search;
  return onlyHash ? null : link.pathname + link.search + link.hash;
}
