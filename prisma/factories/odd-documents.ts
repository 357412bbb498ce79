import fc from "fast-check";
import { ODD_DIALECTS } from "./odd-dialects";

/** Documents of the kinds people import, in our own words; tests break them at random. */
const DOCUMENTS: readonly string[] = [
  ...ODD_DIALECTS,
  `---
title: Trial
---
# Trial rollout
**Goal:** learn | **Owner:** us

## Phase 0: Inside (HIGH)
**Why:** because
- [ ] **1.1** Build the thing
  - [x] smaller part
  - Test: answers in < 5s
  - [ ] other part
    continued here
    Why: nothing works without
  - Files:
    - \`src/thing.ts\`
    - [notes](docs/notes.md)
1. [x] ordered one
   **Impact:** everybody waits  
   File: a/b.ts, c.ts
2. [ ] ordered two

### Success criteria
- > 90% of testers happy
- at least 10 teams and 5 groups
- [x] No outages

**Rollback plan:**
- Switch it off

| Secret | Owner | Rotation |
|---|---|---|
| Mail key | Ops | 90 days |

## Phase 1: Outside
> - [ ] quoted box
> - [x] quoted done

\`\`\`sh
# not a heading
- [ ] not a box
\`\`\`
<!--
- [ ] hidden
-->
| Task | Owner | Status |
|---|---|---|
| Migrate rows | Ana | Done |
| Tell people | Ben | In progress |

## Risks
1. **Late supplier** (High)
   - *Mitigation:* start early
- Risk: cold start
- Mitigation: warm it

### Sign-off
- [ ] Security lead
- [ ] Product owner

## Decision
- [ ] GO
- [ ] NO-GO
`,
  `# 上线计划

## 第一阶段：内测
- [x] 备份
- [ ] 告警
### 验收标准
- 错误率低于 0.1%

## 第二阶段：公测
| 配置 | 开发环境 | 生产环境 |
|---|---|---|
| 邮件 | \`log\` | 真实 |

| 指标 | 目标值 | 状态 |
|---|---|---|
| 可用性 | ≥99.9% | ✅ |
`,
  `# Status of the rollout

- ✅ Backups work
- ❌ Alerts missing
- 🚧 Docs begun
  - part of them

## Week 1: Build
* First
* Second
    * deeper
## Week 2: Ship
+ Third

Metric | Target
--- | ---
Errors | <1%
`,
  `## Graduation criteria

<details>
<summary>Alpha</summary>

- [ ] Behind a switch
- [X] Documented

</details>

#### Alpha -> Beta
- 80% of users
#### Beta -> GA
1. Two months
   \`\`\`
   code in a list
   \`\`\`
2. [ ] Stable

[ref]: https://example.org
`,
  `# Audit of فروشگاه

**Phase 1: آماده**

- [ ] پشتیبان
- [x] هشدار

**Phase 2: انتشار**

1. [ ] باز کن
   > - [ ] در نقل

## Recommendations
| # | Recommendation | Priority |
|---|---|---|
| 1 | Rotate keys | High |

- Enable alerts
- **Findings**:
  - [ ] Close the port
`,
];

const ODD = [
  "\t",
  "\u00a0",
  "\u200b",
  "\u202e",
  "\u0000",
  "\u2028",
  "\ufffd",
  "\ud800",
  "👩‍💻",
  "é",
  "e\u0301",
  "م",
  "`",
  "``",
  "**",
  "_",
  "~~",
  "[",
  "](",
  "[ ] ",
  "[x]",
  "|",
  "\\",
  "&#0;",
  "&lt;",
  "<b>",
  "<!--",
  "-->",
  "$",
  "{{x}}",
  "99%",
  "GO",
];
const LINES = [
  "```",
  "~~~",
  "<!--",
  "-->",
  "<details>",
  "</summary>",
  "<script>",
  "---",
  "===",
  "***",
  ">",
  "> > > - [ ] deep",
  "|---|---|",
  "| a | b |",
  "# ",
  "#######",
  "- [ ] ",
  "- [x]",
  "1) [ ] paren",
  "Phase 2:",
  "**Phase 3: x**",
  "## Success criteria",
  "## Risks",
  "## Sign-off",
  "## Rollback",
  "- ",
  "\t- [ ] tab",
  "    - [ ] four",
  "[a]: b",
  "x".repeat(700),
];

/** One change of one line, or of the lines from it on. */
type Edit = (lines: string[], at: number, pick: number) => void;

const EDITS: readonly Edit[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ""),
  (lines, at, pick) => {
    const other = pick % Math.max(1, lines.length);
    [lines[at], lines[other]] = [lines[other] ?? "", lines[at] ?? ""];
  },
  (lines, at, pick) => {
    lines[at] = " ".repeat(1 + (pick % 6)) + (lines[at] ?? "");
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? "").replace(/^\s+/, "");
  },
  (lines, at) => {
    lines[at] = `\t${lines[at] ?? ""}`;
  },
  (lines, at, pick) => {
    lines[at] = (lines[at] ?? "").replace(/^#+|^/, "#".repeat(pick % 8));
  },
  (lines, at, pick) => {
    const bullet = ["-", "*", "+", "1.", "7)", "•", "- [ ]", "- [x]", "1. [X]"][pick % 9] ?? "-";
    lines[at] = (lines[at] ?? "").replace(/^(\s*)(?:[-*+]|\d+[.)])(?: \[.\])?/, `$1${bullet}`);
  },
  (lines, at, pick) => {
    const line = lines[at] ?? "";
    const place = pick % (line.length + 1);
    lines[at] = line.slice(0, place) + (ODD[pick % ODD.length] ?? "") + line.slice(place);
  },
  (lines, at, pick) => lines.splice(at, 0, LINES[pick % LINES.length] ?? ""),
  (lines, at) => {
    lines[at] = `> ${lines[at] ?? ""}`;
  },
  (lines, at, pick) => {
    for (let line = at; line < Math.min(lines.length, at + (pick % 9)); line++)
      lines[line] = `> ${lines[line] ?? ""}`;
  },
  (lines, at, pick) => lines.splice(at, pick % 5),
  (lines, at, pick) => {
    lines[at] = (lines[at] ?? "").slice(0, pick % 20);
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? "").replaceAll("|", "||");
  },
];

/** A document of ours after a few changes of its lines; the text ends where it may be cut, with any line ends. */
export const brokenDocument = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS),
    fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(10_000), fc.nat(10_000)), { maxLength: 8 }),
    fc.option(fc.nat(2000), { freq: 6 }),
    fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([document, edits, cut, end, mark]) => {
    const lines = document.split("\n");
    for (const [edit, at, pick] of edits) EDITS[edit]?.(lines, at % Math.max(1, lines.length), pick);
    const text = lines.join(end).slice(0, cut ?? undefined);
    return (mark ? "\ufeff" : "") + text;
  });

/** The bytes of a broken document, some of them damaged. */
export const brokenBytes = fc
  .tuple(brokenDocument, fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 4 }))
  .map(([text, damages]) => {
    const bytes = new TextEncoder().encode(text);
    for (const [at, byte] of damages) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });
