import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { filesIn } from "./prepare.mjs";

// Writes what the build made for browsers once more, as small as it gets, where lib/http/compressed-files.ts looks for it
// (docs/decisions/0020-compressed-beforehand.md). Works before any package is installed.

const FROM = ".next/static";
const TO = ".next/compressed/_next/static";
/** Fonts and pictures are compressed already. */
const TEXT = /\.(?:css|js|json|svg|txt)$/;

rmSync(".next/compressed", { recursive: true, force: true });
const files = filesIn(FROM).filter((file) => TEXT.test(file));
await Promise.all(
  files.map(async (file) => {
    const bytes = readFileSync(file);
    const [small, smaller] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes),
    ]);
    const to = join(TO, relative(FROM, file));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(`${to}.gz`, small);
    writeFileSync(`${to}.br`, smaller);
  }),
);
