import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import { parseMarkdown } from "./parse-markdown";
import { plainText } from "./plain-text";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

const words = fc.constantFrom(
  "Alpha, beta: gamma; it's (done).",
  "第一阶段 说明",
  "$5 and {x} — at 99%",
  "مرحبا بالعالم",
  "Line - dash / slash",
);
const prose = fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => [...lines, ""]);
const block = fc.oneof(
  { weight: 8, arbitrary: prose },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ["- item", "  more", ""],
      ["## Heading", ""],
      ["Underlined", "===", ""],
      ["> quote", "goes on", ""],
      ["- loose", "", "  nested", ""],
      ["1. one", "plain after it", ""],
      ["| a | b |", "|---|---|", "| 1 | 2 |", ""],
      ["```", "plain inside", "", "and more", "```", ""],
      ["    indented", ""],
      ["a *b* c", "plain", ""],
    ),
  },
);

describe("a long document, parsed in parts", () => {
  it("is the tree that the parser makes of the whole, plain paragraphs too", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 40, maxLength: 60 }), (blocks) => {
        const some = blocks.flat();
        const length = some.join("\n").length;
        const lines = Array.from({ length: Math.ceil(41_000 / length) }, () => some).flat();
        expect(parseMarkdown(lines).children).toEqual(parser.parse(lines.join("\n")).children);
      }),
      runs(3),
    );
  });

  it("leaves what looks like a box to the words of a paragraph that is no entry", () => {
    const root = parseMarkdown(["1. [x] One", "2.", "[ ] Two", "", "- [ ] three"]);
    const [, words, list] = root.children;
    expect(words?.type === "paragraph" && plainText(words)).toBe("[ ] Two");
    expect(list).toMatchObject({ type: "list", children: [{ checked: false }] });
  });
});
