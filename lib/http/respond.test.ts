import { expect, it } from "vitest";
import { answerRead } from "./respond";

const ask = (ifNoneMatch?: string) =>
  new Request("http://test/", { headers: ifNoneMatch ? { "if-none-match": ifNoneMatch } : {} });

it("answers 304 to a reader who has it already, and the body to one who has another", async () => {
  const first = answerRead(ask(), { a: 1 });
  const etag = first.headers.get("etag") ?? "";
  expect(await first.json()).toEqual({ a: 1 });
  const again = answerRead(ask(`"other", ${etag}`), { a: 1 });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect(answerRead(ask(etag), { a: 2 }).status).toBe(200);
  expect(answerRead(ask("*"), { a: 2 }).status).toBe(304);
});

it("uses the thing's version where it has one", () => {
  expect(answerRead(ask(), {}, 7).headers.get("etag")).toBe('"7"');
});
