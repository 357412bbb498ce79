import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./step.mjs";

// From a clone to something that can be started: packages, the Prisma client, the build. Each is done again only
// when what it is made from has changed, or when it was killed half way. Works before any package is installed.

const BUILD_STAMP = ".next/phasegate-sources";
const CLIENT_STAMP = "generated/prisma/schema.sha256";

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/** @returns {string | undefined} what is wrong with this Node, in one sentence */
export function nodeComplaint(version = process.versions.node) {
  const oldest = readJson("package.json").engines.node.replace(">=", "");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Phasegate needs Node ${oldest} or newer; this is Node ${version}.`;
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes its hidden lock file last, so a killed
 * installation has none.
 * @param {{ dev: boolean }} options whether packages for development count
 */
export function isInstalled({ dev }, root = ".") {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const present = readJson(hidden).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    return path === "" || entry.optional || entry.devOptional || entry.peer || (entry.dev && !dev);
  });
}

/** @param {{ dev: boolean, signal?: AbortSignal }} options */
export async function install({ dev, signal }) {
  if (isInstalled({ dev })) return;
  const given = process.env.npm_execpath;
  const besideNode = join(process.execPath, "../../lib/node_modules/npm/bin/npm-cli.js");
  const npm = given?.endsWith("npm-cli.js") ? given : besideNode;
  const [command, first] = existsSync(npm) ? [process.execPath, [npm]] : ["npm", []];
  const args = ["ci", "--no-audit", "--no-fund", ...(dev ? ["--include=dev"] : [])];
  await step("Installing packages", command, [...first, ...args], {
    signal,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** @param {string} path @returns {string[]} every file below it but tests, sorted; none where there is no such folder */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.[a-z]+$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** @param {string} stamp */
const stampIn = (stamp) => (existsSync(stamp) ? readFileSync(stamp, "utf8") : "");

/** Writes the Prisma client. @param {{ signal?: AbortSignal, always?: boolean }} options */
export async function generate({ signal, always = false }) {
  const wanted = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  if (!always && stampIn(CLIENT_STAMP) === wanted) return;
  // Generating needs no engine, but Prisma insists on downloading one unless told that there is a file.
  const engines = "node_modules/@prisma/engines";
  const downloaded =
    existsSync(engines) && readdirSync(engines).some((name) => name.startsWith("schema-engine"));
  const given = process.env.PRISMA_SCHEMA_ENGINE_BINARY;
  await step(
    "Writing the database client",
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate"],
    {
      signal,
      env: {
        CHECKPOINT_DISABLE: "1",
        ...(downloaded || given ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
      },
    },
  );
  writeFileSync(CLIENT_STAMP, wanted);
}

/** What the build is made from. Not tsconfig.json, which the build itself may amend. */
function sourcesHash() {
  const folders = ["app", "components", "lib", "prisma", "public"].flatMap(filesIn);
  const files = [
    "package-lock.json",
    "scripts/compress.mjs",
    ...readdirSync(".").filter((name) => /\.config\.[cm]?[jt]s$|^instrumentation\.ts$/.test(name)),
  ];
  return hashOf([...folders, ...files.sort()]);
}

/** Builds the web application. @param {{ signal?: AbortSignal }} options */
export async function build({ signal }) {
  const wanted = sourcesHash();
  if (stampIn(BUILD_STAMP) === wanted && existsSync(".next/BUILD_ID")) return;
  rmSync(BUILD_STAMP, { force: true });
  await step("Building", process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    signal,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  await step("Compressing", process.execPath, ["scripts/compress.mjs"], { signal });
  writeFileSync(BUILD_STAMP, wanted);
}
