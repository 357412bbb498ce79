import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { planSchema } from "@/lib/schemas/plan";
import { brokenBytes, brokenDocument } from "@/prisma/factories/odd-documents";
import { runs } from "@/prisma/factories/runs";
import { dialectOf } from "./dialect/find-dialect";
import { readFrontMatter } from "./front-matter";
import { hasWords } from "./list-entry";
import { parseMarkdown } from "./parse-markdown";
import { type ParsedPlan, parsePlan } from "./parse-plan";
import { plainText, withoutControls } from "./plain-text";
import { canonicalPlan } from "./plan-file/canonical-plan";
import { planToMarkdown } from "./plan-file/write-plan";
import { readSource } from "./read-source";
import type { ReadingKind } from "./reading";

/** Null for a document that is refused with a sentence. */
function read(text: string): ParsedPlan | null {
  try {
    return parsePlan(text);
  } catch (error) {
    expect(error instanceof AppError && error.code).toBe("INVALID");
    return null;
  }
}

/** The boxes a GFM parser sees that have words of their own, by their line. */
function boxesOf(text: string): { line: number; words: string }[] {
  const lines = withoutControls(text.replace(/\r\n?/g, "\n")).split("\n");
  const front = readFrontMatter(lines).endLine;
  const found: { line: number; words: string }[] = [];
  const content = lines.map((line, index) => (index < front ? "" : line));
  const made = dialectOf(content)?.made;
  const open: Nodes[] = [parseMarkdown(made?.lines ?? content)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "listItem" && typeof node.checked === "boolean") {
      const [head] = node.children;
      found.push({
        line: made?.sources[(node.position?.start.line ?? 0) - 1] ?? node.position?.start.line ?? 0,
        words: head?.type === "paragraph" ? plainText(head) : "",
      });
    }
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  // A box behind a box says nothing.
  return found.filter(({ words }) => hasWords(words.replace(/^\[[ xX]?\]$/, "")));
}

/** What a line is read as when its words must stand somewhere in the plan. */
const KEPT: readonly ReadingKind[] = [
  "title",
  "phase",
  "item",
  "sub-item",
  "detail",
  "acceptance",
  "why",
  "impact",
  "file",
  "criterion",
  "goal",
  "scope",
  "sign-off rule",
  "rollback",
  "unplaced",
];
/** What a box with words may become. Everything but an item is a judgement. */
const OF_BOXES: readonly ReadingKind[] = [
  "item",
  "sub-item",
  "criterion",
  "choice",
  "sign-off rule",
  "risk",
  "phase",
];

const wordsOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? [];

function holds(text: string): void {
  const parsed = read(text);
  if (!parsed) return;
  const { plan, reading } = parsed;
  expect(planSchema.safeParse(plan).error).toBeUndefined();
  const kinds = new Map(reading.map(({ line, kind }) => [line, kind]));

  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const written = lines.flatMap((line, index) => (/[\p{L}\p{N}]/u.test(line) ? [index + 1] : []));
  expect(written.filter((line) => !kinds.has(line))).toEqual([]);

  const everything = wordsOf(JSON.stringify(plan)).join(" ");
  const lost = reading.filter(({ kind, text: line }) => {
    const own = /^(?:acceptance|why|impact|file)$/.test(kind) ? line.replace(/^[^:：]*[:：]/, "") : line;
    const words = wordsOf(own.replace(/&#?\w+;|\{\{\w+\}\}|<[^>]*(?:>|$)|^\*+ (?:TODO|DONE)\b/g, " "));
    return (
      KEPT.includes(kind) && words.length > 0 && !words.some((word) => everything.includes(word.slice(0, 40)))
    );
  });
  expect(lost).toEqual([]);

  const boxes = boxesOf(text);
  expect(boxes.filter(({ line }) => !OF_BOXES.includes(kinds.get(line) ?? "text"))).toEqual([]);
  const judged = boxes.filter(({ line }) => kinds.get(line) === "choice");
  if (judged.length > 0) expect(plan.notes.some(({ text: note }) => /answers/.test(note))).toBe(true);

  const keys = JSON.stringify(plan.phases).match(/"key":"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(new Set(keys).size).toBe(keys.length);
  expect(parsePlan(planToMarkdown(plan)).plan).toEqual(canonicalPlan(plan));
}

describe("a plan that was broken at random", () => {
  it("is read with no line and no box lost, and written as a file that says the same", () => {
    fc.assert(fc.property(brokenDocument, holds), runs(70));
  });

  it("is read the same whatever its line ends", () => {
    fc.assert(
      fc.property(brokenDocument, (text) => {
        const unix = text.replace(/\r\n?/g, "\n");
        expect(read(unix.replaceAll("\n", "\r\n"))?.plan).toEqual(read(unix)?.plan);
      }),
      runs(25),
    );
  });

  it("is read, or refused with a sentence, when its bytes are damaged", () => {
    fc.assert(
      fc.property(brokenBytes, (bytes) => {
        let text: string;
        try {
          text = readSource(bytes).text;
        } catch (error) {
          expect(error instanceof AppError && error.code).toBe("INVALID");
          return;
        }
        holds(text);
      }),
      runs(40),
    );
  });
});
