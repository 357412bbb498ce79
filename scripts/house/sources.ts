import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A hand-written file, as the checks of the house see it. */
export interface Source {
  /** from the root, with slashes */
  path: string;
  text: string;
}

const FOLDERS = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts"];
const WRITTEN = /\.(tsx?|mjs|js|css)$/;

/** Made by Next and Prisma, or fetched. */
const isMade = (name: string) => name === "node_modules" || name === "next-env.d.ts" || name.startsWith(".");

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (isMade(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return folder === "." && !FOLDERS.includes(entry.name) ? [] : below(path);
    return WRITTEN.test(entry.name) ? [path] : [];
  });
}

/** Every hand-written source file of the checkout. */
export const sources = (): Source[] => below(".").map((path) => ({ path, text: readFileSync(path, "utf8") }));

export const isTest = (path: string): boolean => /\.(test|spec)\.[a-z]+$/.test(path);
