import { describe, expect, it } from "vitest";
import { allHold, type Line, tableOf } from "./table";

const line = (value: number, wants: Line["wants"] = "less"): Line => ({
  action: "an action",
  figures: "figures",
  value,
  unit: "x",
  must: wants === "less" ? 1.5 : 1,
  aim: wants === "less" ? 1 : 1.5,
  wants,
});

const verdictOf = (subject: Line) => tableOf([subject]).split("\n").at(-1)?.split(" | ")[4];

describe("the table", () => {
  it.each([
    [line(1), "aim reached"],
    [line(1.2), "holds"],
    [line(1.5), "holds"],
    [line(1.51), "**missed**"],
    [line(1.5, "more"), "aim reached"],
    [line(1, "more"), "holds"],
    [line(0.99, "more"), "**missed**"],
    [line(Number.NaN), "**missed**"],
  ])("judges %o as %s", (subject, verdict) => expect(verdictOf(subject)).toBe(verdict));

  it("holds when every line does", () => {
    expect(allHold([line(1), line(1.5)])).toBe(true);
    expect(allHold([line(1), line(2)])).toBe(false);
  });

  it("rounds ratios to hundredths, and the rest to whole numbers", () => {
    expect(tableOf([line(1.234)])).toContain("| 1.23x | 1.50x | 1.00x |");
    expect(tableOf([{ ...line(1.234), unit: " ms" }])).toContain("| 1 ms |");
  });
});
