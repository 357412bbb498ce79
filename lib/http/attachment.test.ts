import { expect, it } from "vitest";
import { attachment } from "./attachment";

it.each([
  ["report.pdf", `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
  ["Prüfung (1).pdf", `attachment; filename="Prufung (1).pdf"; filename*=UTF-8''Pr%C3%BCfung%20%281%29.pdf`],
  ['a"b\\c.txt', `attachment; filename="a-b-c.txt"; filename*=UTF-8''a%22b%5Cc.txt`],
  ["it's.txt", `attachment; filename="it's.txt"; filename*=UTF-8''it%27s.txt`],
  ["📋", `attachment; filename="file"; filename*=UTF-8''%F0%9F%93%8B`],
  ["a\r\nX: y.txt", `attachment; filename="aX: y.txt"; filename*=UTF-8''a%0D%0AX%3A%20y.txt`],
])("names %j", (name, expected) => {
  expect(attachment(name)).toBe(expected);
  expect(() => new Headers({ "content-disposition": expected })).not.toThrow();
});
