import "server-only";
import type { Transaction } from "./client";

/** Addresses under /projects that are pages of their own. */
const RESERVED = new Set(["new", "import", "archived"]);

const SLUG_MAX = 60;

/** Cut between two words, unless there is only one. */
const shortened = (slug: string): string =>
  slug.length <= SLUG_MAX
    ? slug
    : slug
        .slice(0, SLUG_MAX + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, SLUG_MAX);

/** A name as the part of an address: ASCII letters, digits and hyphens; "project" where its script has none. */
export const slugBase = (name: string): string =>
  shortened(
    name
      .normalize("NFKD")
      .replace(/[^\p{ASCII}]/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, ""),
  ) || "project";

/** The first free of "portal", "portal-2", "portal-3" ... The caller holds the workspace's lock, so it stays free. */
export async function freeSlug(tx: Transaction, workspaceId: string, name: string): Promise<string> {
  const base = slugBase(name);
  const rows = await tx.project.findMany({
    where: { workspaceId, slug: { startsWith: base } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base) && !RESERVED.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
