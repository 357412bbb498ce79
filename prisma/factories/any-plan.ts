import fc from "fast-check";
import { RISK_SCALE } from "@/lib/domain/risks";
import { COMPARATORS, ITEM_STATES, LEVELS, RISK_SEVERITIES, ROLES } from "@/lib/domain/words";
import type { Plan, PlanCriterion, PlanItem, PlanPhase } from "@/lib/schemas/plan";

/** Plans of every shape the schema allows, with the texts that break writers of Markdown. */

const ODD = [
  "|",
  "||",
  "\\",
  "\\|",
  "`",
  "``",
  "`code`",
  "`a|b`",
  "*",
  "**bold**",
  "_",
  "__x__",
  "snake_case",
  "~",
  "~~gone~~",
  "[",
  "]",
  "[x]",
  "[ ]",
  "- [ ] box",
  "- [x] done",
  "- bullet",
  "+ plus",
  "* star",
  "1.",
  "1. one",
  "2) two",
  "#",
  "# heading",
  "## Risks",
  "Goals",
  "Risks",
  "Record",
  "<",
  "<b>bold</b>",
  "<br>",
  "<!--",
  "-->",
  "<!-- key: x -->",
  "<script>",
  "&",
  "&amp;",
  "&#32;",
  "&lt",
  '"',
  "'",
  ":",
  ":::",
  "---",
  "===",
  ">",
  "> quote",
  "https://example.org/a_b",
  "https://example.org/~me?a=*b*&amp;c",
  "www.example.org",
  "a_b@example.org",
  "!",
  "![x](y)",
  "[a](b)",
  "[a]: b",
  "[^1]",
  "[^1]: note",
  "🎉",
  "👩‍💻",
  "مرحبا",
  "\u200f",
  "\u202e",
  "中文",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "é",
  "MUST",
  "`MUST`",
  "`area: x`",
  "`@Ana`",
  "`role: ADMIN`",
  "**How we know:** x",
  "How we know:",
  "**Why:** x",
  "__Impact:__",
  "**Files:**",
  "File: `a/b.ts`",
  "```",
  "~~~",
  "| a | b |",
  "--- | ---",
  ":-- | :--",
  "phasegate",
  "\u0000",
  "\u2028",
  "$x$",
  "@team",
  "#123",
  ":x:",
  "Ã©",
  "%",
  "≥ 95 %",
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ODD) },
  { weight: 3, arbitrary: fc.constantFrom("Restore", "drill", "of", "the", "database", " ") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const joined = (between: readonly string[], maxLength: number) =>
  fc
    .array(fc.tuple(piece, fc.constantFrom(...between)), { maxLength })
    .map((parts) => parts.map(([text, gap]) => text + gap).join(""));

/** One line, or what a careless program takes for one. */
export const anyLine = fc
  .oneof(joined(["", " ", " "], 6), joined(["", " ", "\n", "\r\n"], 4))
  .map((text) => text || "x");
/** Several lines. */
export const anyText = joined(["", " ", "\n", "\n", "\r\n", "\n\n", "\n  ", "  \n", "\n\t", "\n    "], 10);

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });
const short = (most: number) => anyLine.map((text) => text.slice(0, most));
const day = fc.constantFrom("2026-12-31", "2027-02-28", "2099-01-01");
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3) => fc.array(arbitrary, { maxLength });

const { item } = fc.letrec<{ item: PlanItem }>((tie) => ({
  item: fc.record({
    key: short(40),
    title: anyLine,
    details: anyText,
    state: fc.constantFrom(...ITEM_STATES),
    level: fc.constantFrom(...LEVELS),
    area: orNull(short(80)),
    acceptance: orNull(anyText),
    why: orNull(anyText),
    impact: orNull(anyText),
    files: orNull(some(anyLine)),
    dueOn: orNull(day),
    assignees: orNull(some(anyLine)),
    subItems: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant<PlanItem[]>([]),
      some(tie("item"), 2),
    ),
  }),
}));

const criterion: fc.Arbitrary<PlanCriterion> = fc.record({
  text: anyLine,
  comparator: orNull(fc.constantFrom(...COMPARATORS)),
  target: orNull(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  unit: orNull(short(60)),
  window: orNull(short(80)),
  level: fc.constantFrom(...LEVELS),
  checked: fc.boolean(),
  key: orNull(short(40)),
  area: orNull(short(60)),
  minimumSample: orNull(fc.integer({ min: 1, max: 1_000_000 })),
  maximumAgeDays: orNull(fc.integer({ min: 1, max: 1_000 })),
});

const phase: fc.Arbitrary<PlanPhase> = fc.record({
  name: anyLine,
  key: orNull(short(40)),
  audience: orNull(anyText),
  minimumScore: orNull(fc.integer({ min: 0, max: 100 })),
  plannedOn: orNull(day),
  overdueSecretsBlock: orNull(fc.boolean()),
  goals: some(anyText),
  scope: some(anyText),
  sections: some(fc.record({ title: anyLine, items: some(item) }), 2),
  criteria: some(criterion, 2),
  signOffRules: some(
    fc.record({
      name: short(80),
      minimum: fc.integer({ min: 1, max: 20 }),
      people: orNull(some(anyLine)),
      minimumRole: orNull(fc.constantFrom(...ROLES)),
    }),
    2,
  ),
  rollback: some(anyText),
  rollbackTriggers: orNull(some(anyText)),
});

const environments = fc.integer({ min: 0, max: 3 }).chain((width) =>
  fc.record({
    columns: fc.array(short(60), { minLength: width, maxLength: width }),
    rows: some(
      fc.record({
        key: anyLine,
        values: fc.array(anyText, { minLength: width, maxLength: width }),
        mustDiffer: orNull(fc.boolean()),
      }),
    ),
  }),
);

const secret = fc.record({
  name: anyLine,
  variable: orNull(anyLine),
  owner: orNull(anyLine),
  rotationDays: orNull(fc.integer({ min: 1, max: 3650 })),
  storage: orNull(anyLine),
  lastRotatedOn: orNull(day),
});

const risk = fc.record({
  title: anyLine,
  severity: orNull(fc.constantFrom(...RISK_SEVERITIES)),
  mitigation: orNull(anyText),
  likelihood: orNull(fc.constantFrom(...RISK_SCALE)),
  impact: orNull(fc.constantFrom(...RISK_SCALE)),
  owner: orNull(anyLine),
});

/** Any plan at all. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  title: anyLine,
  description: orNull(anyText),
  phases: some(phase, 2),
  environments: orNull(environments),
  secrets: some(secret, 2),
  risks: some(risk, 2),
  criteria: some(criterion, 2),
  record: orNull(some(anyLine)),
  unplaced: fc.constant([]),
  notes: fc.constant([]),
});
