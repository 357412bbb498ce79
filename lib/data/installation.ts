import "server-only";
import { db } from "./client";

/** Unscoped: asked before anybody exists. True once the first-run form has made the owner and the workspace. */
export async function isInstalledUnscoped(): Promise<boolean> {
  return (await db().installation.count()) > 0;
}
