import { expect, it, vi } from "vitest";
import { resource } from "./resource";

const context = { params: Promise.resolve({}) };

it("answers HEAD as GET without its body, and lets a stream go", async () => {
  const cancel = vi.fn();
  const listen = async () => new Response(new ReadableStream({ cancel }), { headers: { etag: '"7"' } });
  const { HEAD } = resource("/api/v1/x", { GET: listen });
  const response = await HEAD(new Request("http://test/", { method: "HEAD" }), context);
  expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([200, '"7"', ""]);
  expect(cancel).toHaveBeenCalledOnce();
});

it("refuses what an address does not do, and says what it does", async () => {
  const { PUT, OPTIONS } = resource("/api/v1/x", { GET: async () => new Response() });
  const refused = await PUT(new Request("http://test/", { method: "PUT" }), context);
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  const options = await OPTIONS(new Request("http://test/", { method: "OPTIONS" }), context);
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
});
