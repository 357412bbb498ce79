import { describe, expect, it } from "vitest";
import { NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { parsePlan } from "@/lib/plan/parse-plan";
import { linesOf } from "./import-preview-lines";

/** A heading every ten lines, 2,500 lines that are not blank. */
const LONG = Array.from({ length: 2_500 }, (_, index) =>
  index === 0
    ? "# Long plan"
    : index % 10 === 1
      ? `## Phase ${(index - 1) / 10 + 1}`
      : `- [ ] Step ${index + 1}`,
).join("\n");

const parsed = parsePlan(LONG);
const shown = (wanted: Parameters<typeof linesOf>[2]) => linesOf(parsed, NO_CORRECTIONS, wanted);

describe("lines of a long document", () => {
  it("come in pages that together hold all of them once", () => {
    const pages = [1, 2].map((page) => shown({ page }));
    expect(pages.flatMap(({ lines }) => lines.map(({ line }) => line))).toEqual(
      Array.from({ length: 2_500 }, (_, index) => index + 1),
    );
    expect(pages.map(({ linesPage }) => linesPage)).toMatchObject([
      { page: 1, pages: 2, from: 1, until: 2_000, lastLine: 2_500, sought: null },
      { page: 2, pages: 2, from: 2_001, until: 2_500, lastLine: 2_500, sought: null },
    ]);
  });

  it("are found by the line somebody looks for, and can be corrected there", () => {
    const { lines, linesPage } = shown({ line: 2_002 });
    expect(linesPage).toMatchObject({ page: 2, sought: 2_002 });
    expect(lines[1]).toMatchObject({ line: 2_002, kind: "section", choices: { canBePhase: true } });
  });

  it("are those of one kind where the reader wants no others, of the whole document", () => {
    const { lines, linesPage } = shown({ shown: "handles" });
    expect(linesPage).toMatchObject({ shown: "handles", page: 1, pages: 1, from: 2, until: 2_493 });
    // A list begins under each heading.
    expect(lines).toHaveLength(500);
    expect(shown({ shown: "unread" })).toMatchObject({
      lines: [],
      linesPage: { pages: 1, from: 0, until: 0 },
    });
  });

  it.each([
    { wanted: { page: 99 }, page: 2 },
    { wanted: { line: 999_999 }, page: 2 },
    { wanted: { page: 0 }, page: 1 },
  ])("are the nearest page where $wanted is beyond them", ({ wanted, page }) => {
    expect(shown(wanted).linesPage.page).toBe(page);
  });
});
