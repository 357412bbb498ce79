import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled, nodeComplaint } from "./prepare.mjs";

describe("the oldest Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("accepts %s", (version) => {
    expect(nodeComplaint(version)).toBeUndefined();
  });
  it.each(["18.20.8", "20.18.3"])("refuses %s in one sentence", (version) => {
    expect(nodeComplaint(version)).toBe(`Phasegate needs Node 20.19 or newer; this is Node ${version}.`);
  });
});

describe("whether the packages are installed", () => {
  let root;
  const lock = (packages) => writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  const hidden = (packages) => {
    mkdirSync(join(root, "node_modules"), { recursive: true });
    writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  };
  const a = { "node_modules/a": { version: "1.0.0", integrity: "sha512-x" } };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "phasegate-prepare-"));
    lock({ "": {}, ...a, "node_modules/b": { version: "2.0.0", dev: true } });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("says no without node_modules, and after a killed installation", () => {
    expect(isInstalled({ dev: false }, root)).toBe(false);
    mkdirSync(join(root, "node_modules/a"), { recursive: true });
    expect(isInstalled({ dev: false }, root)).toBe(false);
  });
  it("counts packages for development only where they are needed", () => {
    hidden(a);
    expect(isInstalled({ dev: false }, root)).toBe(true);
    expect(isInstalled({ dev: true }, root)).toBe(false);
  });
  it("says no when the lock names another version", () => {
    hidden({ "node_modules/a": { version: "1.0.1", integrity: "sha512-y" } });
    expect(isInstalled({ dev: false }, root)).toBe(false);
  });
  it("does not miss packages of other platforms", () => {
    lock({ ...a, "node_modules/for-macos": { version: "1.0.0", optional: true } });
    hidden(a);
    expect(isInstalled({ dev: true }, root)).toBe(true);
  });
});
