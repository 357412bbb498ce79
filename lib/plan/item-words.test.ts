import { describe, expect, it } from "vitest";
import type { PlanItem } from "@/lib/schemas/plan";
import { filesIn } from "./file-names";
import { parsePlan } from "./parse-plan";

const read = (...lines: string[]) => {
  const { plan, reading } = parsePlan(["# P", "## Phase 1: Alpha", ...lines].join("\n"));
  const items = plan.phases.flatMap(({ sections }) => sections.flatMap((section) => section.items));
  return { items, notes: plan.notes, kinds: reading.slice(2).map(({ kind }) => kind) };
};
const only = (...lines: string[]): Partial<PlanItem> | undefined => {
  const {
    key: _,
    state: __,
    level: ___,
    area: ____,
    subItems: _____,
    ...words
  } = read(...lines).items[0] ?? {};
  return words;
};

describe("what an item says about itself", () => {
  it.each<[string, string[], Partial<PlanItem>]>([
    [
      "in bullets below it",
      [
        "- [ ] Rotate",
        "  - Why: they leak",
        "  - **Impact**: nobody signs in",
        "  - File: `a/b.ts`",
        "  - Test: it is refused",
        "  - ask Ana",
      ],
      {
        title: "Rotate",
        why: "they leak",
        impact: "nobody signs in",
        files: ["a/b.ts"],
        acceptance: "it is refused",
        details: "- ask Ana",
      },
    ],
    [
      "in paragraphs below it, with their markup",
      [
        "- [ ] Rotate",
        "",
        "  **Why:** see [the report](https://x.example/a)  ",
        "  **Impact:** `p1`",
        "",
        "  More.",
      ],
      {
        title: "Rotate",
        why: "see [the report](https://x.example/a)",
        impact: "`p1`",
        details: "More.",
        acceptance: null,
      },
    ],
    [
      "on the lines right below its own",
      ["- [ ] Rotate the keys", "  of mail", "  Why: they leak", "  every day", "  Files: a.ts, b.ts"],
      { title: "Rotate the keys of mail", why: "they leak\nevery day", files: ["a.ts", "b.ts"] },
    ],
    [
      "as a list of files",
      ["- [ ] Rotate", "  - Files:", "    - `src/key.ts` (new)", "    - [notes](docs/notes.md)"],
      { title: "Rotate", files: ["src/key.ts (new)", "notes (docs/notes.md)"], details: "" },
    ],
    [
      "as a list of files under a paragraph",
      ["- [ ] Rotate", "", "  **Files:**", "  - src/key.ts", "  - Makefile", "  ", "  Done soon."],
      { title: "Rotate", files: ["src/key.ts", "Makefile"], details: "Done soon." },
    ],
    [
      "in other languages",
      ["- [ ] Schlüssel", "  - Warum: sie lecken", "  - Auswirkung: hoch", "  - Dateien: a.ts"],
      { title: "Schlüssel", why: "sie lecken", impact: "hoch", files: ["a.ts"] },
    ],
    ["in Persian", ["- [ ] کلید", "  - چرا؟ چون", "  - دلیل: نشت"], { why: "نشت", details: "- چرا؟ چون" }],
    ["in Chinese", ["- [ ] 密钥", "  - 原因：泄露", "  - 影响：高"], { why: "泄露", impact: "高" }],
    ["twice", ["- [ ] Rotate", "  - Why: one", "  - Rationale: two"], { title: "Rotate", why: "one\ntwo" }],
  ])("is read %s", (_, lines, words) => {
    expect(only(...lines)).toMatchObject(words);
  });

  it.each<[string, string[], string]>([
    ["a file that is none", ["  - File: a ticket with the vendor"], "- File: a ticket with the vendor"],
    ["files that are not named yet", ["  - Files: TBD"], "- Files: TBD"],
    [
      "a reason that leads on to a list",
      ["  - Why: three reasons:", "    - one"],
      "- Why: three reasons:\n  - one",
    ],
    ["a list of reasons", ["  - Why:", "    - one"], "- Why:\n  - one"],
    [
      "a list of files with something else in it",
      ["  - Files:", "    - ask Ana first"],
      "- Files:\n  - ask Ana first",
    ],
    [
      "a label that says more than the name of a field",
      ["  - Business impact: low"],
      "- Business impact: low",
    ],
    [
      "a line after a link, which has lost where it goes",
      ["  - Why: see [a](https://a.example)", "    and b"],
      "- Why: see [a](https://a.example)\n  and b",
    ],
  ])("stays in the details: %s", (_, lines, details) => {
    const words = only("- [ ] Rotate", ...lines);
    expect(words).toEqual({ title: "Rotate", details, acceptance: null });
  });

  it("says of each line what it became", () => {
    const { kinds } = read(
      "- [ ] Rotate",
      "  Why: they leak",
      "  - Impact: high",
      "  - Files:",
      "    - a.ts",
    );
    expect(kinds).toEqual(["item", "why", "impact", "file", "file"]);
  });

  it("is given to every item of a checklist it stands above, and to no other", () => {
    const { items, notes, kinds } = read(
      "**Why:** of the phase",
      "### Keys",
      "**Why:** they leak  ",
      "**Impact:** HIGH - nobody signs in",
      "",
      "- [ ] Rotate",
      "- [ ] Revoke",
      "  - Why: said here",
      "",
      "### Mail",
      "**Why:** nothing stands below",
      "",
      "#### Deeper",
      "- [ ] Send",
    );
    expect(items.map(({ title, why, impact, level }) => [title, why, impact, level])).toEqual([
      ["Rotate", "they leak", "HIGH - nobody signs in", "MUST"],
      ["Revoke", "said here", "HIGH - nobody signs in", "MUST"],
      ["Send", undefined, undefined, "SHOULD"],
    ]);
    expect(kinds).toEqual([
      ...["text", "section", "why", "impact", "item", "item", "why"],
      ...["section", "text", "section", "item"],
    ]);
    expect(notes.filter(({ text }) => text.includes("once above"))).toHaveLength(1);
  });

  it("is read from the columns of a table", () => {
    const { items } = read(
      "| Task | Why | Impact | Files | Status |",
      "|---|---|---|---|---|",
      "| Rotate | they **leak** | high | `a.ts`<br>b.ts | Done |",
      "| Revoke | | | to be named | Open |",
    );
    expect(items).toMatchObject([
      { title: "Rotate", why: "they **leak**", impact: "high", files: ["a.ts", "b.ts"], details: "" },
      { title: "Revoke", details: "Files: to be named" },
    ]);
  });
});

describe("filesIn", () => {
  it.each<[string, string[] | null]>([
    ["`web/main.py` - `/api/upload`", ["web/main.py - /api/upload"]],
    ["`a b.txt`", ["a b.txt"]],
    ["a.ts, b/c.ts; Dockerfile", ["a.ts", "b/c.ts", "Dockerfile"]],
    ["a.ts (new, later), b.ts", ["a.ts (new, later)", "b.ts"]],
    ["https://example.org/a_b", ["https://example.org/a_b"]],
    ["<https://example.org>", ["https://example.org"]],
    ["[a.ts](a.ts)", ["a.ts"]],
    ["`src/**/*.ts`", ["src/**/*.ts"]],
    [String.raw`src/\_old\_.ts`, ["src/_old_.ts"]],
    [String.raw`C:\temp\x.txt`, [String.raw`C:\temp\x.txt`]],
    [".env", [".env"]],
    ["n/a", null],
    ["v1.2", null],
    ["see the pull request", null],
    ["", null],
    [`a/${"x".repeat(600)}`, null],
  ])("reads %j", (text, files) => {
    expect(filesIn(text)).toEqual(files);
  });
});
