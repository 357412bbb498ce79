import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import type { Handler } from "./define";
import { openApiDocument } from "./openapi";
import { METHODS } from "./resource";

const ROOT = "app/api/v1";

/** Next's [slug] is OpenAPI's {slug}; the optional catch-all is the "nothing here" of every other address. */
async function routesOnDisk(): Promise<string[]> {
  const files = await readdir(ROOT, { recursive: true });
  return files
    .filter((file) => file.endsWith("route.ts") && !file.startsWith("[[...path]]"))
    .map((file) => `/${file.replace(/\/route\.ts$/, "")}`);
}

const addressOf = (folder: string) => folder.replaceAll(/\[(\w+)\]/g, "{$1}");

async function methodsOf(folder: string): Promise<string[]> {
  const routes: Record<string, Handler> = await import(/* @vite-ignore */ resolve(ROOT + folder, "route.ts"));
  // A route that does not use `resource` exports just what it has; Next answers the rest.
  if (!routes.OPTIONS) return METHODS.filter((method) => method in routes).sort();
  const request = new Request("http://test/", { method: "OPTIONS" });
  const response = await routes.OPTIONS(request, { params: Promise.resolve({}) });
  const allow = response.headers.get("allow") ?? "";
  return allow
    .split(", ")
    .filter((method) => !["HEAD", "OPTIONS"].includes(method))
    .sort();
}

it("describes every route with its methods, and nothing that is not there", async () => {
  const { paths = {} } = openApiDocument();
  const described = Object.entries(paths).map(([path, item]) => [
    path,
    METHODS.filter((method) => method.toLowerCase() in (item ?? {})).sort(),
  ]);
  const routes = await routesOnDisk();
  const onDisk = await Promise.all(
    routes.map(async (folder) => [addressOf(folder), await methodsOf(folder)]),
  );
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(onDisk));
});

it("says for every operation who may call it, what is refused how, and makes writes repeatable", () => {
  for (const item of Object.values(openApiDocument().paths ?? {}))
    for (const [method, operation] of Object.entries(item ?? {})) {
      expect(operation.summary).toBeTruthy();
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["401", "404", "503"]));
      const headers = operation.parameters.map((parameter: { name: string }) => parameter.name);
      if (method !== "get") expect(headers).toContain("idempotency-key");
    }
});

it("declares every status of success that a route names", async () => {
  const { paths = {} } = openApiDocument();
  for (const folder of await routesOnDisk()) {
    const source = await readFile(join(ROOT, folder, "route.ts"), "utf8");
    const named = [...source.matchAll(/\b20[0-4]\b/g)].map(([status]) => status);
    const declared = Object.values(paths[addressOf(folder)] ?? {}).flatMap(({ responses }) =>
      Object.keys(responses),
    );
    expect([folder, named.filter((status) => !declared.includes(status))]).toEqual([folder, []]);
  }
});

it("says how long a text may be after it was cleaned, not before", () => {
  const { paths = {}, components } = openApiDocument();
  const body = (path: string) => {
    const content = paths[path]?.post?.requestBody;
    return content && "content" in content ? content.content["application/json"]?.schema : undefined;
  };
  const text = (maxLength: number) => ({ type: "string", minLength: 1, maxLength });
  expect(components?.schemas?.NewProject).toMatchObject({ properties: { name: text(200) } });
  expect(body("/projects/{slug}/views")).toMatchObject({ properties: { name: text(60) } });
  expect(body("/projects/{slug}/phases/{phase}/decisions")).toMatchObject({
    properties: {
      reason: { anyOf: [{ type: "string", maxLength: 2_000 }, { type: "null" }] },
      conditions: { items: { properties: { text: text(500) } } },
    },
  });
});

it("gives every component a schema that refers only to components that are there", () => {
  const text = JSON.stringify(openApiDocument());
  const names = Object.keys(openApiDocument().components?.schemas ?? {});
  const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]);
  expect(referred.filter((name) => !names.includes(name ?? ""))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(["Problem", "Project", "Phase", "Item", "Criterion"]));
});
