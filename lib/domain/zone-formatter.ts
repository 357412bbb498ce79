const formatters = new Map<string, Intl.DateTimeFormat>();

/** Zones come from people's browsers; more spellings than these are not worth keeping. */
const MOST_KEPT = 2_000;

/**
 * A formatter for a zone's clocks, made once: making one takes a hundred times as long as using it.
 *
 * @param zone IANA name
 * @throws RangeError for a zone that does not exist
 */
export function zoneFormatter(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${Object.entries(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  if (formatters.size >= MOST_KEPT) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** Whether a text is the name of a zone that exists. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(zoneFormatter("en", zone));
  } catch {
    return false;
  }
}
