/** On every answer, page or not. HSTS is the reverse proxy's to send: only it knows that the site is served by https. */
const EVERYWHERE: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** For pages: lib/http/page-headers.ts adds the policy with the request's nonce. */
export const PAGE_HEADERS: readonly (readonly [string, string])[] = Object.entries(EVERYWHERE);

/** For answers that are data: nothing in them may run, be framed or be kept by a cache. */
export const DATA_HEADERS: readonly (readonly [string, string])[] = Object.entries({
  ...EVERYWHERE,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
});

/**
 * What a page may load and run. Scripts need the request's nonce, which Next puts on its own; styles are files of ours,
 * and `style` attributes are allowed because bars and rails are drawn by width.
 *
 * @param isDevelopment the development server evaluates code and talks over a web socket
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
