import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

// There is no container engine where the tests run: what can be checked without one is checked here.

const dockerfile = readFileSync("Dockerfile", "utf8");

it("copies into the image only what the clone or the build has", () => {
  const fromClone = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, paths = ""]) =>
    paths.split(/\s+/).slice(0, -1),
  );
  expect(fromClone.filter((path) => !existsSync(path))).toEqual([]);
  const fromBuild = [...dockerfile.matchAll(/^COPY --from=build .*?\/app\/(\S+) /gm)].map(([, path]) => path);
  expect(fromBuild).toEqual([
    ".next/standalone",
    ".next/static",
    ".next/compressed",
    "public",
    "prisma/migrations",
  ]);
});

it("runs programs in the build that are in the clone or come with its packages", () => {
  const programs = [...dockerfile.matchAll(/\b(?:scripts|lib|node_modules)\/[\w./-]+/g)].map(
    ([path]) => path,
  );
  expect(programs.length).toBeGreaterThan(3);
  expect(programs.filter((path) => !existsSync(path))).toEqual([]);
});

it("runs as an ordinary user, on a current Node, and tells whether it is well", () => {
  expect(dockerfile.match(/^FROM \S+/gm)).toEqual([
    "FROM node:24-slim",
    "FROM packages",
    "FROM node:24-slim",
  ]);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain("/api/health");
});

it("has a compose file that demands its secrets and can run several replicas", () => {
  const { services, volumes } = parse(readFileSync("docker-compose.yml", "utf8"));
  expect(Object.keys(services)).toEqual(["proxy", "app", "database"]);
  const { DATABASE_URL, NEXTAUTH_SECRET } = services.app.environment;
  for (const value of [DATABASE_URL, NEXTAUTH_SECRET, services.database.environment.POSTGRES_PASSWORD])
    expect(value).toMatch(/\$\{\w+:\?/);
  expect(services.app).not.toHaveProperty("ports");
  expect(services.app).not.toHaveProperty("container_name");
  expect(services.database.volumes).toEqual(["database:/var/lib/postgresql"]);
  expect(services.database).toHaveProperty("healthcheck");
  expect(Object.keys(volumes)).toEqual(["database"]);
});
