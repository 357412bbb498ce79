import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "@/prisma/factories/any-plan";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { runs } from "@/prisma/factories/runs";
import { parsePlan } from "../parse-plan";
import { canonicalPlan } from "./canonical-plan";
import { csvOf } from "./csv";
import { FORMS } from "./export-formats";
import { lagOf } from "./lag";

describe("csvOf", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-x", "'-x"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    [" =1", "' =1"],
    ["＝1+1", "'＝1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ["a = b", "a = b"],
    ["95% - 99%", "95% - 99%"],
  ])("makes no formula of %j", (text, cell) => {
    expect(csvOf([[text]])).toBe(`\ufeff${cell}\r\n`);
  });

  it("leaves numbers numbers, and quotes what would end a cell", () => {
    expect(csvOf([[-5, 0.5, null, 'say "a", b', "two\nlines", "a;b"]])).toBe(
      '\ufeff-5,0.5,,"say ""a"", b","two\nlines","a;b"\r\n',
    );
  });
});

const given = plan(
  [
    planPhase("Alpha", [planItem("=cmd", { key: "a", subItems: [planItem("Stop", { key: "b" })] })], {
      criteria: [planCriterion("Warm", { key: "c", comparator: ">", target: -5, unit: "°C", checked: true })],
    }),
  ],
  { criteria: [planCriterion("Nobody complains")] },
);

describe("the formats of an export", () => {
  it("lists items and criteria as CSV", () => {
    expect(FORMS.csv.write(given).split("\r\n").slice(1)).toEqual([
      "item,Alpha,Checklist,a,,'=cmd,OPEN,SHOULD,,,,,,,,,,,,",
      "sub-item,Alpha,Checklist,b,a,Stop,OPEN,SHOULD,,,,,,,,,,,,",
      "criterion,Alpha,,c,,Warm,MET,MUST,,,,,,,,,>,-5,°C,",
      "criterion,,,,,Nobody complains,,MUST,,,,,,,,,,,,",
      "",
    ]);
  });

  it("reads JSON back as the plan it was written from", () =>
    fc.assert(
      fc.property(anyPlan, (any) => {
        expect(parsePlan(FORMS.json.write(canonicalPlan(any))).plan).toEqual(canonicalPlan(any));
      }),
      runs(50),
    ));

  it("takes other JSON for the text it is", () => {
    expect(parsePlan('{"title": 1}').plan.phases).toHaveLength(1);
    expect(parsePlan("{ not json").plan.unplaced).toEqual([]);
  });
});

describe("lagOf", () => {
  it("says nothing about a file that says the same, however it is laid out", () => {
    const file = parsePlan(FORMS.markdown.write(given).replace("- [ ] =cmd", "* [ ]   =cmd")).plan;
    expect(lagOf(file, given)).toBeNull();
  });

  it("takes people for the same however their names are written", () => {
    const named = (assignees: string[], person: string) =>
      plan([
        planPhase("Alpha", [planItem("Move", { key: "a", assignees })], {
          signOffRules: [{ name: "Security", minimum: 1, people: [person] }],
        }),
      ]);
    const project = named(["Ana", "Ben"], "Zoë");
    expect(lagOf(named(["ben", "@ANA"], "zoe\u0308"), project)).toBeNull();
    expect(lagOf(named(["Ana", "Benno"], "Zoë"), project)?.gone).toHaveLength(1);
    expect(lagOf(named(["Ana"], "Zoë"), project)?.gone).toHaveLength(1);
  });

  it("names the lines that differ", () => {
    const project = plan([planPhase("Alpha", [planItem("=cmd", { key: "a", state: "DONE" })])]);
    expect(lagOf(given, project)).toMatchObject({
      gone: expect.arrayContaining(["- [ ] =cmd <!-- key: a -->"]),
      added: ["- [x] =cmd <!-- key: a -->"],
      reordered: false,
    });
    const turned = { ...given, phases: [...given.phases, planPhase("Beta")] };
    expect(lagOf({ ...turned, phases: turned.phases.toReversed() }, turned)?.reordered).toBe(true);
  });
});
