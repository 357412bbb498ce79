const EXPLICIT =
  /^(?:#\s?)?(\d{1,3}(?:\.\d{1,3}){1,3}|[A-Z][A-Z0-9]{0,9}-\d{1,5}(?:\.\d+)?|T\d{3,4}|[A-Z]{1,4}0\d{1,3})(?:[.):]|\s[-–—:])?\s+(?=\S)/;

/** Takes the number a plan gives an item ("1.1 Backups", "SEC-04: Scan") off its title. Null where it has none. */
export function explicitKey(title: string): { key: string; title: string } | null {
  const match = EXPLICIT.exec(title);
  if (!match?.[1]) return null;
  // "2.5 million rows" is a quantity, not a number of an item.
  if (
    /^(?:million|billion|thousand|%|x\b|[KMG]?B\b|ms\b|s\b|sec|min|hour|day|week)/i.test(
      title.slice(match[0].length),
    )
  )
    return null;
  return { key: match[1], title: title.slice(match[0].length) };
}

/** A title as a key: lower case letters and digits of any script, joined by hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return (
    slug
      .slice(0, 80)
      .replace(/\p{Surrogate}$/u, "")
      .replace(/-+$/, "") || "item"
  );
}

/** Room for the number of a double: a plan's keys have at most 120 characters. */
const DOUBLE_MAX = 112;

/** Gives every item of one plan a key of its own; the same plan read again gets the same keys. */
export class ItemKeys {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  /** In: the number the plan gives, if any, and the title. Out: a key no other item has. */
  claim(explicit: string | null, title: string): string {
    const base = explicit ?? slugOf(title);
    let key = base;
    let count = this.next.get(base) ?? 2;
    while (this.taken.has(key)) key = `${base.slice(0, DOUBLE_MAX)}-${count++}`;
    this.next.set(base, count);
    this.taken.add(key);
    return key;
  }
}
