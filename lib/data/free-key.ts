import "server-only";
import { slugOf } from "@/lib/plan/item-keys";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";

/** The first of "backups", "backups-2", "backups-3" … that nobody has. */
function firstFree(base: string, taken: readonly { key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let key = base;
  for (let count = 2; keys.has(key); count++) key = `${base}-${count}`;
  return key;
}

/**
 * A stable key for something new: its title as a slug, unique in the project, archived things included. It stays when
 * the title changes, so that a later import finds it again.
 */
export async function freeKey(
  access: ProjectAccess<"plan:edit">,
  tx: Transaction,
  noun: "item" | "criterion" | "phase",
  title: string,
): Promise<string> {
  const base = noun === "phase" ? asciiSlug(title) : slugOf(title);
  const query = { where: { projectId: access.projectId, key: { startsWith: base } }, select: { key: true } };
  if (noun === "item") return firstFree(base, await tx.checklistItem.findMany(query));
  if (noun === "criterion") return firstFree(base, await tx.criterion.findMany(query));
  return firstFree(base, await tx.phase.findMany(query));
}

/** A phase's key stands in addresses, so it keeps to letters that every address bar shows as they are. */
const asciiSlug = (title: string): string =>
  slugOf(title.normalize("NFKD").replace(/[^\p{ASCII}]/gu, "")).replace(/^item$/, "phase");
