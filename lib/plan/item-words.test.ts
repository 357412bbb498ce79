import { describe, expect, it } from "vitest";
import type { PlanItem } from "@/lib/schemas/plan";
import { filesIn } from "./file-names";
import { parsePlan } from "./parse-plan";
import { planToMarkdown } from "./plan-file/write-plan";

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

describe("links in what an item is called", () => {
  it.each<[string, string[], string, string]>([
    [
      "a link",
      ["- [ ] Read [the lease](https://l.example/7)"],
      "Read the lease",
      "the lease: https://l.example/7",
    ],
    ["a picture", ["- [ ] Hang ![map](img/map.png) up"], "Hang map up", "map: img/map.png"],
    ["a picture without words", ["- [ ] Hang ![](img/map.png) up"], "Hang up", "img/map.png"],
    [
      "two of one place, and another",
      ["- [ ] [a](x.md), [b](x.md), [c](x.md#y)"],
      "a, b, c",
      "a: x.md\nc: x.md#y",
    ],
    ["a reference", ["- [ ] Read [the lease]", "", "[the lease]: l.md"], "Read the lease", "the lease: l.md"],
    ["HTML", ["- [ ] Read <a href='l.md'>the *lease*</a>"], "Read the lease", "the lease: l.md"],
    [
      "what stands below",
      ["- [ ] Read [it](l.md) (@ana)", "  - slowly", "  - [again](l.md.old)"],
      "Read it",
      "Owner: @ana\nit: l.md\n\n- slowly\n- [again](l.md.old)",
    ],
    ["a long sentence", [`- [ ] [${"so ".repeat(40)}](l.md)`], "so ".repeat(40).trim(), "l.md"],
    ["words that are markup", ["- [ ] [2. \\*x\\*](a&#10;b.md)"], "2. *x*", "2\\. \\*x\\*: a%20b.md"],
  ])("leave where they lead in the details: %s", (_, lines, title, details) => {
    expect(only(...lines)).toMatchObject({ title, details });
  });

  it.each<[string, string[]]>([
    ["an address as it is", ["- [ ] Read <https://l.example/7> and https://m.example"]],
    ["an address without its beginning", ["- [ ] Mail [ana@l.example](mailto:ana@l.example)"]],
    ["a place in the same document", ["- [ ] Read [the lease](#lease)"]],
    ["a link without an end", ["- [ ] Read [the lease][gone]"]],
    ["a file", ["- [ ] Read [the lease](docs/l.md)", "  - File: `docs/l.md`"]],
    ["a reason", ["- [ ] Read [the lease](docs/l.md)", "  Why: see [it](docs/l.md)"]],
  ])("say nothing twice: %s", (_, lines) => {
    expect(only(...lines)).toMatchObject({ details: "" });
  });

  it("leave where they lead with a part, a group, a line, a row and a list of HTML, also in a file", () => {
    const source = [
      "# P",
      "## Phase 1: Alpha",
      "- [ ] Move",
      "  - [ ] Read [the lease](https://l.example/7)",
      "  - By [van](https://v.example)",
      "    - [ ] Load",
      "",
      "| Task | Status | Test |",
      "|---|---|---|",
      "| Pay [the rent](https://r.example) | [Done](https://d.example) | see [it](https://i.example) |",
      "",
      "<ul><li><input type=checkbox> Sign <a href='https://s.example'>here</a></li></ul>",
    ].join("\n");
    const { plan } = parsePlan(source);
    const all = plan.phases.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
    expect(all).toMatchObject([
      {
        title: "Move",
        details: "- By van\n  van: https://v.example",
        subItems: [{ title: "Read the lease", details: "the lease: https://l.example/7" }, { title: "Load" }],
      },
      {
        title: "Pay the rent",
        state: "DONE",
        details: "the rent: https://r.example\nDone: https://d.example\nit: https://i.example",
      },
      { title: "Sign here", details: "here: https://s.example" },
    ]);
    expect(parsePlan(planToMarkdown(plan)).plan.phases[0]?.sections).toEqual(plan.phases[0]?.sections);
    const signs = read("✅ Signed [here](https://s.example)", "", "⏳ Paid [there](https://t.example)").items;
    expect(signs).toMatchObject([
      { details: "here: https://s.example" },
      { details: "there: https://t.example" },
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
