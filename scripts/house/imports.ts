import { posix } from "node:path";
import { isTest, type Source } from "./sources";

const IMPORTS = [
  /^(?:import|export)\b[^"';]*?\bfrom\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"/g,
];

/** Everything a file names in an import or a re-export, type-only and dynamic ones too. */
export const importsOf = (text: string): string[] =>
  IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));

/** The row of the table a path belongs to; "." for the files at the root. */
export function folderOf(path: string): string {
  const [first = "", second = "", ...rest] = path.split("/");
  if (!second) return ".";
  if (first === "lib") return `lib/${second}`;
  return first === "components" && second === "ui" && rest.length > 0 ? "components/ui" : first;
}

/** A path of ours, or null for a package. */
function ourPath(from: string, name: string): string | null {
  if (name.startsWith("@/")) return name.slice(2);
  return name.startsWith(".") ? posix.join(posix.dirname(from), name) : null;
}

/** What each folder may import, as docs/architecture.md says. */
export type ImportTable = ReadonlyMap<string, readonly string[]>;

const NAMES = /`([^`]+)`/g;
const namesIn = (cell: string) => [...cell.matchAll(NAMES)].map(([, name = ""]) => name);

/** The row of what tests may import beyond what their folder may. */
export const TESTS = "*.test.ts";

/** Reads the first table of a page that has a column "may import". */
export function readImportTable(page: string): ImportTable {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && line.includes("may import"));
  const table = new Map<string, string[]>();
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith("|")) break;
    const cells = line.split("|").slice(1, -1);
    for (const folder of namesIn(cells[0] ?? "")) table.set(folder, namesIn(cells.at(-1) ?? ""));
  }
  return table;
}

/** Every import of one folder from another that the table does not list. */
export function forbiddenImports(files: readonly Source[], table: ImportTable): string[] {
  return files.flatMap(({ path, text }) => {
    const folder = folderOf(path);
    const allowed = [folder, ...(table.get(folder) ?? []), ...(isTest(path) ? (table.get(TESTS) ?? []) : [])];
    return importsOf(text).flatMap((name) => {
      const target = ourPath(path, name);
      // package.json is data: its version is told.
      if (target === null || target === "package.json" || allowed.includes(folderOf(target))) return [];
      return [`${path} imports ${name}`];
    });
  });
}

/** Folders that reach themselves again by what the table allows. */
export function circles(table: ImportTable): string[] {
  const reach = (from: string, seen: Set<string>): Set<string> => {
    for (const next of table.get(from) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  return [...table.keys()].filter((folder) => reach(folder, new Set()).has(folder));
}

/** Packages that only some folders may import; a folder of ours not named here is free. */
export interface PackageRule {
  /** the packages the rule is about; null: every package */
  packages: readonly string[] | null;
  /** where the rule holds */
  isIn: (folder: string) => boolean;
  /** what is allowed there all the same */
  except: readonly string[];
}

const packageOf = (name: string) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** Every import of a package where a rule forbids it. Tests are free. */
export function forbiddenPackages(files: readonly Source[], rules: readonly PackageRule[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => ourPath(path, name) === null)
        .filter((name) =>
          rules.some(
            ({ packages, isIn, except }) =>
              isIn(folderOf(path)) &&
              (packages?.includes(packageOf(name)) ?? true) &&
              !except.includes(packageOf(name)),
          ),
        )
        .map((name) => `${path} imports ${name}`),
    );
}
