import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { compressedFiles, type Middleware } from "./compressed-files";

const TEXT = "say('hello');".repeat(100);
const folder = mkdtempSync(join(tmpdir(), "phasegate-compressed-"));
const script = join(folder, "_next/static/chunks/a-1.js");
let files: Middleware;
const server = createServer((request, response) => files(request, response, () => response.end("Next")));

const ask = (path: string, encodings: string | undefined, method = "GET") =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo; // listens on TCP
    const headers = encodings === undefined ? {} : { "accept-encoding": encodings };
    const request = get({ port, path, method, headers, host: "127.0.0.1" }, async (response) =>
      resolve({ headers: response.headers, body: await buffer(response) }),
    );
    request.on("error", reject);
  });

beforeAll(async () => {
  mkdirSync(join(script, ".."), { recursive: true });
  writeFileSync(`${script}.br`, brotliCompressSync(TEXT));
  writeFileSync(`${script}.gz`, gzipSync(TEXT));
  writeFileSync(join(folder, "_next/static/chunks/gone.js.gz"), gzipSync(TEXT));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => {
  files = compressedFiles(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it.each([
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
])("answers a browser that takes %s with %s, to be kept for good", async (taken, encoding, decompress) => {
  const { headers, body } = await ask("/_next/static/chunks/a-1.js", taken);
  expect(headers).toMatchObject({
    "content-encoding": encoding,
    "content-type": "text/javascript",
    "content-length": String(body.length),
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
  });
  expect(decompress(body).toString()).toBe(TEXT);
});

it.each<[what: string, path: string, encodings: string | undefined, method?: string]>([
  ["a browser that takes neither", "/_next/static/chunks/a-1.js", "identity"],
  ["a browser that says nothing", "/_next/static/chunks/a-1.js", undefined],
  ["a file that is not there", "/_next/static/chunks/b-2.js", "br"],
  ["another method", "/_next/static/chunks/a-1.js", "br", "POST"],
  ["a page", "/projects", "br"],
  ["an address out of the folder", "/_next/static/../../../etc/passwd", "br"],
  ["an address that cannot be decoded", "/_next/static/%E0%A4%A", "br"],
])("leaves %s to Next", async (_, path, encodings, method) => {
  expect((await ask(path, encodings, method)).body.toString()).toBe("Next");
});

it("drops the connection when the file was taken away, and lives on", async () => {
  rmSync(join(folder, "_next/static/chunks/gone.js.gz"));
  await expect(ask("/_next/static/chunks/gone.js", "gzip")).rejects.toThrow("socket hang up");
  expect((await ask("/_next/static/chunks/a-1.js", "gzip")).headers["content-encoding"]).toBe("gzip");
});

it("leaves everything to Next where nothing was compressed", async () => {
  files = compressedFiles(join(folder, "none"));
  expect((await ask("/_next/static/chunks/a-1.js", "br")).body.toString()).toBe("Next");
});
