import "server-only";
import type { Transaction } from "./client";

/** Addresses under /projects that are pages of their own. */
const RESERVED = new Set(["new", "import", "archived"]);

/** A name as the part of an address: ASCII letters, digits and hyphens; "project" where its script has none. */
export const slugBase = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^\p{ASCII}]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "") || "project";

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
