import { importsOf } from "./imports";
import type { Source } from "./sources";

const ACTION_BUILDERS = "projectAction|workspaceAction|publicAction";
const ROUTE_BUILDERS = "projectRoute|workspaceRoute|publicRoute|route";
const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/** What Next reads beside the methods (route segment config). */
const SEGMENT_CONFIG = /^export const dynamic = /;

const isActionFile = ({ text }: Source) => /^\s*"use server"/m.test(text);

/** The lines that begin an export, each with what follows on the same and the next line. */
const exportsOf = (text: string): string[] =>
  [...text.matchAll(/^export\b[^\n]*(?:\n[^\n]*)?/gm)].map(([found]) => found);

/** Exports of a "use server" file that lib/actions/define.ts did not make: each would be a door nobody guards. */
export function unguardedActions(files: readonly Source[]): string[] {
  const isMade = new RegExp(`^export const \\w+Action = (?:${ACTION_BUILDERS})\\(`);
  return files.filter(isActionFile).flatMap(({ path, text }) => {
    const foreign = /\bfrom "\.\/define"/.test(text) ? [] : [`${path} does not use ./define`];
    // A builder of that name from elsewhere, or a "use server" inside a function, would get past the line below.
    const inside = text.match(/"use server"/g)?.length === 1 && text.startsWith('"use server"') ? [] : [path];
    const made = exportsOf(text).filter((found) => !isMade.test(found) && !/^export type\b/.test(found));
    return [...foreign, ...inside, ...made.map((found) => `${path}: ${found.split("\n")[0]}`)];
  });
}

/** Names of the constants a file gets from a builder of lib/http. */
function madeHandlers(text: string): Set<string> {
  const pattern = new RegExp(`^(?:export )?const (\\w+) = (?:${ROUTE_BUILDERS})\\(`, "gm");
  return new Set([...text.matchAll(pattern)].map(([, name = ""]) => name));
}

/** The handlers given to `resource(name, { GET: read, … })`. */
function givenHandlers(statement: string): string[] {
  const object = /resource\(\s*[^,]+,\s*\{([^}]*)\}/.exec(statement)?.[1] ?? "";
  return object
    .split(",")
    .map((entry) => entry.split(":").at(-1)?.trim() ?? "")
    .filter(Boolean);
}

/** Methods of a route.ts that no builder of lib/http made. */
export function unguardedRoutes(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) => {
    const made = madeHandlers(text);
    const usesBuilders = importsOf(text).some((name) => name.startsWith("@/lib/http/"));
    const faults = [...text.matchAll(/^export\b[\s\S]*?;$/gm)].flatMap(([statement]) => {
      if (SEGMENT_CONFIG.test(statement)) return [];
      if (/^export \{[^}]*\} from "@\/lib\/http\/[\w-]+";$/.test(statement)) return [];
      if (/^export const \{[^}]*\} = resource\(/.test(statement))
        return givenHandlers(statement).filter((name) => !made.has(name));
      const name = /^export const (\w+) = /.exec(statement)?.[1] ?? "";
      return METHOD.test(name) && made.has(name) ? [] : [statement.split("\n")[0] ?? statement];
    });
    return [...(usesBuilders ? [] : ["uses nothing of lib/http"]), ...faults].map(
      (fault) => `${path}: ${fault}`,
    );
  });
}

/** Where a handler or an action without a caller is made. */
export const openDoors = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(/\bconst (\w+) = (?:publicAction|publicRoute|route)\(/g)].map(
      ([, name = ""]) => `${path} ${name}`,
    ),
  );
