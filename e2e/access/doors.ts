import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PERMISSIONS, type Permission } from "@/lib/domain/permissions";
import nextConfig from "@/next.config.js";

/** A way into the product, as its source declares it. */
export interface Door {
  kind: "page" | "route" | "action";
  /** address with [parameters], or the action's name */
  name: string;
  file: string;
  /** HTTP method of a route */
  method?: string;
  scope: "project" | "workspace" | "public";
  permission: Permission | null;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const isPermission = (text: string | undefined): text is Permission =>
  PERMISSIONS.some((name) => name === text);

const addressOf = (file: string): string =>
  `/${file.replace(/^app\//, "").replace(/\/?(page\.tsx|route\.ts)$/, "")}`.replaceAll(/\/\([^)]*\)/g, "") ||
  "/";

const OPENS_PAGE = /\b(projectPage|workspacePage|pageActor)\((?:[^"()]*,\s*)?(?:"([a-z:]+)")?/;

/** The addresses a page answers at: its folder's, or both ways in where next.config.js leads another one to it. */
async function waysIn(): Promise<(file: string) => string[]> {
  const rewrites = (await nextConfig.rewrites?.()) ?? [];
  if (!Array.isArray(rewrites)) throw new Error("next.config.js names rewrites by stages: say here which.");
  const named = (address: string) => address.replaceAll(/:(\w+)/g, "[$1]");
  return (file) => {
    const own = addressOf(file);
    const ways = rewrites
      .filter(({ destination }) => destination.split("?")[0] === own)
      .flatMap(({ source, destination }) => [named(source), named(destination)]);
    return ways.length > 0 ? ways : [own];
  };
}

/** Every page, from its file: which access it opens first. */
export async function pages(): Promise<Door[]> {
  const waysInto = await waysIn();
  return filesBelow("app")
    .filter((file) => file.endsWith("/page.tsx"))
    .flatMap((file) => {
      const opens = OPENS_PAGE.exec(readFileSync(file, "utf8"));
      const permission = isPermission(opens?.[2]) ? opens[2] : null;
      const scope = opens?.[1] === "projectPage" ? "project" : opens ? "workspace" : "public";
      return waysInto(file).map((name) => ({ kind: "page", name, file, scope, permission }) as const);
    });
}

const EXPORTED_ACTION =
  /export const (\w+) = (projectAction|workspaceAction|publicAction)\(\s*(?:"([a-z:]+)")?/g;

/** Every server action, from its file. */
export function actions(): Door[] {
  return filesBelow("lib/actions")
    .filter((file) => file.endsWith(".ts") && readFileSync(file, "utf8").startsWith('"use server"'))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(EXPORTED_ACTION)].map(([, name = "", maker, permission]) => ({
        kind: "action" as const,
        name,
        file,
        scope:
          maker === "projectAction"
            ? ("project" as const)
            : maker === "workspaceAction"
              ? ("workspace" as const)
              : ("public" as const),
        permission: isPermission(permission) ? permission : null,
      })),
    );
}

/** Every exported name of the files with server actions, however it was made. */
export function exportsOfActionFiles(): { file: string; name: string }[] {
  return filesBelow("lib/actions")
    .filter((file) => file.endsWith(".ts") && readFileSync(file, "utf8").startsWith('"use server"'))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(
        ([, name = ""]) => ({
          file,
          name,
        }),
      ),
    );
}

export const routeFiles = (): string[] => filesBelow("app").filter((file) => file.endsWith("/route.ts"));
export { addressOf };
