import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerBeforeNext } from "./before-next";
import type { Handler } from "./define";
import { answerJson } from "./respond";

const server = createServer((_, response) => response.end("Next"));
const address = () => (server.address() as AddressInfo).port; // listens on TCP
const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${address()}${path}`, {
    method: "PATCH",
    body: "{}",
    ...init,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** Sends it as it stands, and returns all that comes back. */
const sendRaw = (text: string) =>
  new Promise<string>((resolve) => {
    let seen = "";
    const socket = connect(address(), "127.0.0.1", () => socket.write(text));
    socket.on("data", (bytes) => {
      seen += bytes;
    });
    socket.on("close", () => resolve(seen));
  });

let calls = 0;

beforeAll(async () => {
  const things: Handler = async (request, { params }) => {
    calls++;
    const { id } = await params;
    if (id === "broken") throw new Error("no handler of ours does this");
    const { url, method, headers } = request;
    const said = { id, url, method, told: headers.get("x-told"), body: await request.text() };
    return answerJson(said, 202, { etag: '"7"' });
  };
  answerBeforeNext(
    [{ method: "PATCH", address: /^\/things\/(?<id>[a-z]+)$/, handler: things }],
    (request, response, next) => (request.url === "/file" ? response.end("a file") : next()),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

it("calls the handler with what was sent, from the server's first request on", async () => {
  const { status, headers, text } = await ask("/things/door", { headers: { "x-told": "yes" }, body: "{é}" });
  expect(status).toBe(202);
  expect(headers.get("etag")).toBe('"7"');
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(JSON.parse(text)).toEqual({
    id: "door",
    url: "http://localhost/things/door",
    method: "PATCH",
    told: "yes",
    body: "{é}",
  });
});

it("asks for a file before Next", async () => {
  expect((await ask("/file")).text).toBe("a file");
});

it.each<[string, string, RequestInit]>([
  ["another method", "/things/door", { method: "POST" }],
  ["a request without a body", "/things/door", { method: "GET", body: null }],
  ["another address", "/things/door/7", {}],
  ["an id of other characters", "/things/door%20", {}],
  ["an address with a query", "/things/door?a=b", {}],
  ["a long body", "/things/door", { body: "x".repeat(1_001) }],
])("leaves %s to Next", async (_, path, init) => {
  const before = calls;
  expect((await ask(path, init)).text).toBe("Next");
  expect(calls).toBe(before);
});

it("leaves a body of unsaid length to Next", async () => {
  const head =
    "PATCH /things/door HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(await sendRaw(`${head}2\r\n{}\r\n0\r\n\r\n`)).toContain("Next");
});

it("goes on after a caller who hangs up within the body, and after a handler that breaks", async () => {
  const before = calls;
  await new Promise<void>((resolve) => {
    const socket = connect(address(), "127.0.0.1", () =>
      socket.write("PATCH /things/door HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n{", () =>
        socket.destroy(),
      ),
    );
    socket.on("close", () => resolve());
  });
  await expect(ask("/things/broken")).rejects.toThrow();
  expect((await ask("/things/door")).status).toBe(202);
  expect(calls).toBe(before + 2);
});
