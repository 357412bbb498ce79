import { existsSync, readFileSync } from "node:fs";
import { step } from "./step.mjs";

const DEBIAN = "/usr/bin/chromium";

const isDebian = () =>
  existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

/** Makes sure that the end-to-end tests have a browser. @param {{ signal?: AbortSignal }} options */
export async function ensureChromium({ signal }) {
  if (existsSync(DEBIAN)) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  if (isDebian() && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await step("Reading Debian's package lists", "apt-get", ["update", "-q"], { signal, env });
    const packages = ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
    await step("Installing Debian's chromium", "apt-get", packages, { signal, env });
  } else {
    const cli = "node_modules/@playwright/test/cli.js";
    await step("Installing Playwright's chromium", process.execPath, [cli, "install", "chromium"], {
      signal,
    });
  }
}
