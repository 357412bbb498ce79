import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDataDirectory } from "./data-directory";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "phasegate-data-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

it("makes a directory others cannot look into", async () => {
  const { path } = await openDataDirectory(join(parent, "deep/data"));
  expect((await stat(path)).mode & 0o066).toBe(0);
});

it("calls one directory by one name, however it is reached", async () => {
  await mkdir(join(parent, "data"));
  await symlink(join(parent, "data"), join(parent, "link"));
  expect(await openDataDirectory(join(parent, "link"))).toEqual(
    await openDataDirectory(join(parent, "data")),
  );
});

it("says in one sentence why it cannot be used", async () => {
  await writeFile(join(parent, "file"), "");
  await expect(openDataDirectory(join(parent, "file"))).rejects.toThrow(
    `The data directory ${parent}/file cannot be used: it is not a directory; make it writable or set PHASEGATE_DATA to another one.`,
  );
  await expect(openDataDirectory(join(parent, "file/below"))).rejects.toThrow(/it is not a directory/);
});

it.runIf(process.platform === "linux")("gives up where nothing can be made, however deep", async () => {
  for (const path of ["/proc/phasegate", "/proc/phasegate/deep/data"])
    await expect(openDataDirectory(path)).rejects.toThrow(
      `The data directory ${path} cannot be used: nothing can be made there; make it writable or set PHASEGATE_DATA to another one.`,
    );
});

it("is made once by two that start at the same moment", async () => {
  const path = join(parent, "one/two/three");
  const made = await Promise.all([openDataDirectory(path), openDataDirectory(path)]);
  expect(made.map((data) => data.path)).toEqual([path, path]);
});
