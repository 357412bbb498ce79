import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  circles,
  forbiddenImports,
  forbiddenPackages,
  importsOf,
  type PackageRule,
  readImportTable,
} from "./imports";
import { sources } from "./sources";

const table = readImportTable(readFileSync("docs/architecture.md", "utf8"));
const files = sources();

const PURE: Record<string, string[]> = {
  // fast-check: the arbitrary phase that several tests of the rules share.
  "lib/domain": ["canonicalize", "node:crypto", "fast-check"],
  "lib/schemas": ["zod"],
  "lib/plan": ["mdast", "remark-gfm", "remark-parse", "unified", "yaml"],
};

const RULES: PackageRule[] = [
  ...Object.entries(PURE).map(([pure, except]) => ({
    packages: null,
    isIn: (folder: string) => folder === pure,
    except,
  })),
  {
    packages: ["@prisma/client", "@prisma/adapter-pg", "pg"],
    isIn: (folder) => !["lib/data", "lib/ops", "prisma", "scripts", "e2e", "bench"].includes(folder),
    except: [],
  },
  {
    packages: ["next", "next-auth", "react", "react-dom"],
    isIn: (folder) =>
      !["app", "components", "components/ui", "lib/actions", "lib/auth", "bench", "."].includes(folder),
    except: [],
  },
];

it("imports only what docs/architecture.md lists", () => {
  expect([...table.keys()]).toEqual(expect.arrayContaining(["lib/domain", "lib/data", "components", "app"]));
  expect(files.length).toBeGreaterThan(500);
  expect(forbiddenImports(files, table)).toEqual([]);
});

it("goes one way: no folder reaches itself again", () => {
  expect(circles(table)).toEqual([]);
});

it("keeps the database, the framework and everything impure where they belong", () => {
  expect(forbiddenPackages(files, RULES)).toEqual([]);
});

it("leaves the database itself to lib/data", () => {
  const client = /^import\b[^"';]*\b(?:db|pool)\b[^"';]*\bfrom "@\/lib\/data\/client"/m;
  const mayWrite = (path: string) => /^(prisma|e2e)\/|\.test\.ts$/.test(path);
  expect(
    files.filter(({ path, text }) => client.test(text) && !mayWrite(path)).map(({ path }) => path),
  ).toEqual([]);
  expect(client.test('import { db, disconnect } from "@/lib/data/client";')).toBe(true);
});

it("sees every way to import", () => {
  const text = `import "a";
import b from "b";
import {
  c,
  type d,
} from "./c";
export { e } from "./e";
export * from "f";
const g = await import("g");
type H = typeof import("h");
export const text = 'not from "i"';`;
  expect(importsOf(text).sort()).toEqual(["./c", "./e", "a", "b", "f", "g", "h"]);
});

it("would say so if a file broke a rule", () => {
  const bad = (path: string, text: string) => forbiddenImports([{ path, text }], table);
  expect(bad("lib/domain/x.ts", 'import { db } from "@/lib/data/client";')).toHaveLength(1);
  expect(bad("lib/domain/x.ts", 'import { db } from "../data/client";')).toHaveLength(1);
  expect(bad("components/x/x.tsx", 'import { tickAction } from "@/lib/actions/items";')).toHaveLength(1);
  expect(bad("components/ui/x.tsx", 'import { Rail } from "../phases/rail";')).toHaveLength(1);
  expect(bad("app/x/page.tsx", 'import type { Role } from "@/generated/prisma/client";')).toHaveLength(1);
  expect(bad("new-folder/x.ts", 'import { can } from "@/lib/domain/permissions";')).toHaveLength(1);
  expect(bad("lib/data/x.test.ts", 'import { makeMember } from "@/prisma/factories/workspace";')).toEqual([]);
  expect(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["a"]],
      ]),
    ),
  ).toEqual(["a", "b"]);
  const packages = (path: string, text: string) => forbiddenPackages([{ path, text }], RULES);
  expect(packages("lib/domain/x.ts", 'import { readFileSync } from "node:fs";')).toHaveLength(1);
  expect(packages("app/x/page.tsx", 'import { Pool } from "pg";')).toHaveLength(1);
  expect(packages("lib/data/x.ts", 'import { headers } from "next/headers";')).toHaveLength(1);
});
