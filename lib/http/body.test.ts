import { expect, it } from "vitest";
import { z } from "zod";
import { JSON_MAX, readBytes, readJson, readQuery } from "./body";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://test/x", { method: "POST", body, headers });
const schema = z.object({ value: z.number().optional() });

it("reads JSON, and an absent body as an empty object", async () => {
  expect(await readJson(post('{"value":1}'), schema)).toEqual({ value: 1 });
  expect(await readJson(post(null), schema)).toEqual({});
  expect(await readJson(post("  \n"), schema)).toEqual({});
});

it.each([
  ["text that is no JSON", "value=1"],
  ["a list", "[]"],
  ["null", "null"],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
])("refuses %s", async (_what, body) => {
  await expect(readJson(post(body), schema)).rejects.toMatchObject({ code: "INVALID" });
});

it("refuses a body that says it is too large before reading it", async () => {
  let read = false;
  const request = new Request("http://test/x", {
    method: "POST",
    headers: { "content-length": String(JSON_MAX + 1) },
    body: new ReadableStream(
      {
        pull(controller) {
          read = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    ),
    duplex: "half",
  } as RequestInit);
  await expect(readJson(request, schema)).rejects.toMatchObject({ code: "TOO_LARGE" });
  expect(read).toBe(false);
});

it("stops at the first chunk too many where no length is said", async () => {
  let chunks = 0;
  const endless = new ReadableStream({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  const request = new Request("http://test/x", {
    method: "POST",
    body: endless,
    duplex: "half",
  } as RequestInit);
  await expect(readBytes(request, 10 * 1024)).rejects.toMatchObject({ code: "TOO_LARGE" });
  expect(chunks).toBeLessThan(15);
});

it("names the field of a query that is wrong", () => {
  const query = z.object({ limit: z.coerce.number().max(100) });
  expect(readQuery(new Request("http://test/x?limit=7"), query)).toEqual({ limit: 7 });
  expect(() => readQuery(new Request("http://test/x?limit=many"), query)).toThrowError(/limit/);
});
