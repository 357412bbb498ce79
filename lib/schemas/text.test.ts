import { expect, it } from "vitest";
import { lineSchema, textSchema, titleSchema } from "./text";

const problem = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

it("keeps any script, right-to-left text and emoji", () => {
  for (const title of ["استقرار", "עברית ועוד", "上线检查", "Ship it 🚀", "e\u0301t\u00e9"])
    expect(titleSchema.parse(title)).toBe(title);
});

it("turns control characters of a line into spaces and trims it", () => {
  expect(titleSchema.parse("  Rotate\u0000the\tkeys\r\n")).toBe("Rotate the keys");
});

it("says what is wrong with an empty or endless title", () => {
  expect(problem(titleSchema.safeParse(" \n\u0007 "))).toBe("This cannot be empty.");
  expect(problem(titleSchema.safeParse("x".repeat(10_000)))).toBe("At most 500 characters.");
  expect(problem(lineSchema(120).safeParse("x".repeat(3_000_000)))).toBe("At most 120 characters.");
  expect(problem(titleSchema.safeParse(7))).toBe("A text.");
});

it("keeps the lines of a text, without what cannot be stored", () => {
  expect(textSchema.parse("a\r\n\tb\u0000\u001b[0m \n")).toBe("a\r\n\tb[0m");
  expect(textSchema.parse("")).toBe("");
  expect(problem(textSchema.safeParse("x".repeat(20_001)))).toBe("At most 20,000 characters.");
});

it("keeps no half of a character, which no database can keep", () => {
  expect(titleSchema.parse("a\ud800b 👍")).toBe("a\ufffdb 👍");
  expect(textSchema.parse("a\udc00\n👍")).toBe("a\ufffd\n👍");
});
