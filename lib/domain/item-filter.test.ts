import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/prisma/factories/runs";
import {
  DUE_FILTERS,
  type ItemFilter,
  isFiltering,
  itemMatcher,
  keepFilter,
  NO_FILTER,
  parseFilter,
  STATE_FILTERS,
  sameButText,
  writeFilter,
} from "./item-filter";
import { LEVELS } from "./words";

const NOW = new Date("2026-11-21T13:00:00Z");
const [ME, BEN] = ["11111111-1111-7111-8111-111111111111", "22222222-2222-7222-8222-222222222222"];
const person = (memberId: string) => ({ memberId, name: "Somebody", role: "MEMBER" as const });

type Item = Parameters<ReturnType<typeof itemMatcher>>[0];

const ITEM: Item = {
  title: "Répéter l'EXERCICE de restauration",
  state: "OPEN",
  waiverExpiresAt: null,
  level: "MUST",
  area: "Données",
  dueOn: "2026-11-24",
  assignees: [person(ME)],
  subItems: [{ title: "Straße sperren" }],
};

describe("itemMatcher", () => {
  const cases: [string, Partial<ItemFilter>, Partial<Item>, boolean][] = [
    ["nothing asked", {}, {}, true],
    ["text without accents, in another case", { text: "EXERCICE repeter" }, {}, true],
    ["accents where there are none", { text: "éxercice" }, {}, true],
    ["only blanks", { text: "  \t " }, {}, true],
    ["a word that is not there", { text: "exercice drill" }, {}, false],
    ["a word of a sub-item", { text: "sperren" }, {}, true],
    ["words spread over item and sub-item", { text: "sperren exercice" }, {}, false],
    ["composed and not", { text: "e\u0301" }, { title: "\u00e9" }, true],
    ["the reader", { person: ["me"] }, {}, true],
    ["the reader, whose it is not", { person: ["me"] }, { assignees: [person(BEN)] }, false],
    ["another person", { person: [BEN] }, { assignees: [person(ME), person(BEN)] }, true],
    ["nobody", { person: ["nobody"] }, { assignees: [] }, true],
    ["nobody, and somebody has it", { person: ["nobody"] }, {}, false],
    ["its level", { level: ["MUST"] }, {}, true],
    ["another level", { level: ["COULD"] }, {}, false],
    ["its area", { area: ["donnees"] }, {}, true],
    ["another area", { area: ["Data"] }, {}, false],
    ["no area", { area: [""] }, { area: null }, true],
    ["no area, and it has one", { area: [""] }, {}, false],
    ["open", { state: ["open"] }, { state: "IN_PROGRESS" }, true],
    ["open, and done", { state: ["open"] }, { state: "DONE" }, false],
    [
      "open, and waived",
      { state: ["open"] },
      { state: "WAIVED", waiverExpiresAt: "2026-12-01T00:00:00Z" },
      false,
    ],
    [
      "open, and the waiver has lapsed",
      { state: ["open"] },
      { state: "WAIVED", waiverExpiresAt: NOW.toISOString() },
      true,
    ],
    ["waived", { state: ["waived"] }, { state: "WAIVED", waiverExpiresAt: "2026-12-01T00:00:00Z" }, true],
    ["waived, and lapsed", { state: ["waived"] }, { state: "WAIVED", waiverExpiresAt: null }, false],
    ["settled", { state: ["settled"] }, { state: "NOT_APPLICABLE" }, true],
    ["settled, and verified", { state: ["settled"] }, { state: "VERIFIED" }, true],
    ["not applicable", { state: ["not-applicable"] }, { state: "NOT_APPLICABLE" }, true],
    ["in progress", { state: ["in-progress"] }, {}, false],
    ["overdue", { due: ["overdue"] }, { dueOn: "2026-11-20" }, true],
    ["overdue, and due today", { due: ["overdue"] }, { dueOn: "2026-11-21" }, false],
    ["overdue, and done", { due: ["overdue"] }, { dueOn: "2026-11-20", state: "DONE" }, false],
    ["due this week, today", { due: ["week"] }, { dueOn: "2026-11-21" }, true],
    ["due this week, on its last day", { due: ["week"] }, { dueOn: "2026-11-28" }, true],
    ["due this week, a day later", { due: ["week"] }, { dueOn: "2026-11-29" }, false],
    ["no due day", { due: ["none"] }, { dueOn: null }, true],
    ["no due day, and it has one", { due: ["none"] }, {}, false],
    ["one of two levels", { level: ["MUST", "COULD"] }, {}, true],
    ["none of two levels", { level: ["SHOULD", "COULD"] }, {}, false],
    ["overdue or without a day", { due: ["overdue", "none"] }, { dueOn: null }, true],
    ["mine or nobody's", { person: ["me", "nobody"] }, { assignees: [person(BEN)] }, false],
    ["one of two areas, and of no level asked", { area: ["", "Donnees"], level: ["COULD"] }, {}, false],
    [
      "everything at once",
      { text: "exer", person: ["me"], level: ["MUST"], state: ["open"], due: ["week"] },
      {},
      true,
    ],
    [
      "all but one",
      { text: "exer", person: ["me"], level: ["MUST"], state: ["open"], due: ["none"] },
      {},
      false,
    ],
  ];
  it.each(cases)("%s", (_what, filter, item, shown) => {
    expect(itemMatcher({ ...NO_FILTER, ...filter }, ME, NOW)({ ...ITEM, ...item })).toBe(shown);
  });
});

describe("the filter in an address", () => {
  it.each([
    ["", NO_FILTER],
    ["q=%20%20", NO_FILTER],
    ["state=maybe&due=soon&level=HIGH&person=Ana", NO_FILTER],
    ["level=Must&person=ME&person=me", { ...NO_FILTER, level: ["MUST"], person: ["me"] }],
    ["level=could&level=must&level=x&level=must", { ...NO_FILTER, level: ["MUST", "COULD"] }],
    ["area=&area=Data", { ...NO_FILTER, area: ["", "Data"] }],
    ["area=a&area=b&area=a", { ...NO_FILTER, area: ["a", "b"] }],
    ["q=a%00%0Ab&tab=criteria", { ...NO_FILTER, text: "a b" }],
    [`q=${"x".repeat(5000)}`, { ...NO_FILTER, text: "x".repeat(200) }],
  ])("%s", (query, expected) => {
    expect(parseFilter(new URLSearchParams(query))).toEqual(expected);
  });

  const text = (max: number) =>
    fc.string({ unit: "grapheme", maxLength: max / 4 }).map((raw) => raw.replace(/\p{Cc}+/gu, " ").trim());
  const member = fc.uuid();
  const sorted = (values: string[]) => [...values].sort();
  const filters: fc.Arbitrary<ItemFilter> = fc.record({
    text: text(40),
    person: fc.uniqueArray(fc.oneof(fc.constantFrom("me", "nobody"), member), { maxLength: 5 }).map(sorted),
    level: fc.subarray([...LEVELS]),
    area: fc.uniqueArray(text(40), { maxLength: 5 }).map(sorted),
    state: fc.subarray([...STATE_FILTERS]),
    due: fc.subarray([...DUE_FILTERS]),
  });

  it("says what was written, and leaves the rest of the address alone", () => {
    fc.assert(
      fc.property(filters, filters, (filter, before) => {
        const address = writeFilter(before, new URLSearchParams("tab=checklist&other=1"));
        const written = new URLSearchParams(writeFilter(filter, address).toString());
        expect(parseFilter(written)).toEqual(filter);
        expect([written.get("tab"), written.get("other")]).toEqual(["checklist", "1"]);
      }),
      runs(100),
    );
  });

  it("writes nothing where nothing is asked, and takes any address", () => {
    expect(writeFilter(NO_FILTER, new URLSearchParams("edit=1&q=x&state=open")).toString()).toBe("edit=1");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (q, area) => {
        const given: Record<string, string> = { q, area };
        const once = parseFilter({
          get: (name) => given[name] ?? null,
          getAll: (name) => (name in given ? [given[name] ?? ""] : []),
        });
        expect(parseFilter(writeFilter(once, new URLSearchParams()))).toEqual(once);
      }),
      runs(100),
    );
  });

  it("goes along to another address", () => {
    const query = new URLSearchParams("select=1&level=must&level=could&q=a%26b");
    expect(keepFilter("/p/alpha?edit=1", query)).toBe("/p/alpha?edit=1&q=a%26b&level=must&level=could");
    expect(keepFilter("/p/alpha", new URLSearchParams("edit=1"))).toBe("/p/alpha");
  });

  it("knows when it asks for something", () => {
    expect(isFiltering({ ...NO_FILTER, text: "  " })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, text: "x" })).toBe(true);
    expect(isFiltering({ ...NO_FILTER, area: [""] })).toBe(true);
    expect(sameButText({ ...NO_FILTER, text: "x" }, NO_FILTER)).toBe(true);
    expect(sameButText({ ...NO_FILTER, due: ["none"] }, NO_FILTER)).toBe(false);
  });
});
