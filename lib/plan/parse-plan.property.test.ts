import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSchema } from "@/lib/schemas/plan";
import { runs } from "@/prisma/factories/runs";
import { parsePlan } from "./parse-plan";

const FIXTURE = `---
title: Trial
---
# Trial
**Goal:** learn | **Owner:** us

## Phase 1: In (HIGH)
**Why:** because
- [ ] **1.1** Build
  - [x] sub
  - Test: < 5s
1. [x] ordered

| Secret | Owner | Rotation |
|---|---|---|
| Key | Ops | 90 days |

### Success criteria
- > 90% happy
- at least 10 teams and 5 groups

## 第二阶段：公测
| Setting | Dev | Prod |
|---|---|---|
| Mail | \`log\` | real |

## Risks
1. **Late** (High)
   - *Mitigation:* start
> - [ ] quoted

\`\`\`
- [ ] code
\`\`\`
<!-- note -->
`;

const piece = fc.constantFrom(
  ...[
    "# ",
    "## Phase 1",
    "- [ ] ",
    "- [x] ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "> ",
    "| a | b |\n|---|---|\n",
    "```",
    "<!--",
    "-->",
    "**Goal:** ",
    "**",
    "[",
    "](",
    "1. ",
    "---\n",
    "&#0;",
    "\u0000",
    "\u202e",
    "\ud800",
    "✅ ",
    "☐ ",
    "99%",
    "GO",
    "Phase 2:",
    "## Success criteria\n",
    "## Risks\n",
    "## Sign-off\n",
    "x".repeat(600),
    "<details>",
    "\r\n",
    "\u2028",
    "م",
  ],
);
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const mutated = fc
  .array(fc.tuple(fc.nat(FIXTURE.length), fc.nat(30), soup), { minLength: 1, maxLength: 6 })
  .map((edits) =>
    edits.reduce(
      (text, [at, cut, put]) => text.slice(0, at) + put.slice(0, 40) + text.slice(at + cut),
      FIXTURE,
    ),
  );

function holds(text: string): void {
  // Only what is left without control characters decides whether a document is empty.
  fc.pre(/[\p{L}\p{N}]/u.test(text));
  const { plan, reading } = parsePlan(text);
  const checked = planSchema.safeParse(plan);
  expect(checked.error).toBeUndefined();
  const keys = JSON.stringify(plan.phases).match(/"key":"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(new Set(keys).size).toBe(keys.length);
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  // A line of control characters alone has nothing to show.
  const written = lines.flatMap((line, index) => (/[\p{L}\p{N}\p{P}]/u.test(line) ? [index + 1] : []));
  const placed = new Set(reading.map(({ line }) => line));
  expect(written.filter((line) => !placed.has(line))).toEqual([]);
}

describe("parsePlan on anything", () => {
  it("reads the fixture, and reads it the same again", () => {
    holds(FIXTURE);
    expect(parsePlan(FIXTURE)).toEqual(parsePlan(FIXTURE));
  });
  it("holds for mutated plans", () => fc.assert(fc.property(mutated, holds), runs(60)));
  it("holds for soup of Markdown", () => fc.assert(fc.property(soup, holds), runs(120)));
  it("holds for any string", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), holds), runs(80)));
});

describe("parsePlan on long documents", () => {
  const phase = (number: number) =>
    [
      `## Phase ${number}: Part`,
      "",
      ...Array.from(
        { length: 100 },
        (_, at) =>
          `- [${at % 2 ? "x" : " "}] **${number}.${at}** Do \`this\` and [that][ref] with some care\n  - Test: it holds\n`,
      ),
      "",
    ].join("\n");

  it("reads a thousand boxes as it reads ten, in parts or whole", () => {
    const text = [
      "# Long",
      "",
      ...Array.from({ length: 10 }, (_, at) => phase(at + 1)),
      "[ref]: https://example.org",
    ].join("\n");
    const { plan } = parsePlan(text);
    expect(plan.phases.map(({ sections }) => sections.flatMap(({ items }) => items).length)).toEqual(
      Array(10).fill(100),
    );
    const first = parsePlan(`# Long\n\n${phase(1)}\n[ref]: https://example.org`).plan;
    expect(plan.phases[0]).toEqual(first.phases[0]);
  });

  it.each([
    ["quotes", `${">".repeat(20_000)} x`],
    ["lists in one line", `${"- ".repeat(5000)}x`],
    ["indented lists", Array.from({ length: 300 }, (_, at) => `${"  ".repeat(at)}- [ ] ${at}`).join("\n")],
    ["open emphasis", "_a_ **b [".repeat(8000)],
    ["one comment", `<!-- ${"x\n".repeat(20_000)}`],
  ])("is not held up by %s", (_, text) => {
    expect(planSchema.safeParse(parsePlan(text).plan).success).toBe(true);
  });
});
