import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSecrets, readSecrets } from "./secrets";

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "phasegate-secrets-"));
  file = join(directory, "secrets.json");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it("makes secrets up once, for its owner's eyes only", async () => {
  expect(await readSecrets(file)).toBeUndefined();
  const made = await openSecrets(file);
  expect(new Set(Object.values(made)).size).toBe(3);
  expect(await openSecrets(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(["secrets.json"]);
});

it("closes a file that was left open to others", async () => {
  await openSecrets(file);
  await rm(file);
  const text = JSON.stringify({
    nextAuthSecret: "a".repeat(64),
    postgresPassword: "b".repeat(64),
    databasePassword: "c".repeat(64),
  });
  await writeFile(file, text, { mode: 0o644 });
  await openSecrets(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("refuses a damaged file instead of replacing what the database was made with", async () => {
  await writeFile(file, '{"nextAuthSecret": ');
  await expect(openSecrets(file)).rejects.toThrow(/secrets\.json is damaged/);
});
