import { describe, expect, it } from "vitest";
import { type AreaMove, areaReasons } from "./area-reasons";
import { CREDIT_UNIT } from "./items";
import { requirementsOf } from "./requirements";
import { anItem, aPhase, NOW } from "./sample-snapshots";
import type { ScorePart } from "./score";
import type { ItemSnapshot } from "./snapshot";

const reasonsOf = (then: ScorePart[], items: ItemSnapshot[], gone: Parameters<typeof areaReasons>[2] = []) =>
  Object.fromEntries(
    [...areaReasons(then, requirementsOf(aPhase({ items }), NOW), gone)].map(([area, reasons]) => [
      area,
      reasons.map(({ id, move }) => [id, move]),
    ]),
  );

const item = (with_: Partial<ItemSnapshot>) => anItem({ id: "a", area: "Security", ...with_ });

describe("why an area's grade moved", () => {
  it.each<[string, ScorePart[], Partial<ItemSnapshot>, AreaMove | null]>([
    ["nothing moved", [["a", 3, 0]], {}, null],
    ["it was done", [["a", 3, 0]], { state: "DONE" }, "GAINED"],
    ["it was reopened", [["a", 3, CREDIT_UNIT]], {}, "LOST"],
    ["it is half done", [["a", 3, CREDIT_UNIT]], { subItems: [] }, "LOST"],
    ["it came", [], {}, "ADDED"],
    ["it was set not applicable", [["a", 3, 0]], { state: "NOT_APPLICABLE" }, "TAKEN_OUT"],
    ["it is no longer a Must", [["a", 3, 0]], { level: "SHOULD" }, "REWEIGHED"],
    ["it is no longer scored", [["a", 3, 0]], { level: "COULD" }, "TAKEN_OUT"],
    ["it came without a weight", [], { level: "COULD" }, null],
  ])("%s", (_, then, with_, move) => {
    expect(reasonsOf(then, [item(with_)])).toEqual(move ? { Security: [["a", move]] } : {});
  });

  it("tells what was archived, by the area it was in, and what has no area under Other", () => {
    const gone = [{ id: "b", kind: "item" as const, title: "Gone", area: "Data" }];
    const then: ScorePart[] = [
      ["a", 3, 0],
      ["b", 1, 0],
    ];
    expect(reasonsOf(then, [item({ state: "DONE", area: null })], gone)).toEqual({
      Other: [["a", "GAINED"]],
      Data: [["b", "TAKEN_OUT"]],
    });
  });
});
