import { expect, it } from "vitest";
import type { Differences } from "@/lib/schemas/api-differences";
import { mergeGroups } from "./merge-groups";

const thing = (noun: string, title: string, place: string[] = []) => ({ noun, key: null, title, place });
const hanging = { ticked: 1, evidence: 0, comments: 0, measurements: 0 };

it("groups what a file changes by phase, the whole project last", () => {
  const differences: Pick<Differences, "changes" | "conflicts" | "removals"> = {
    changes: [
      { ...thing("risk", "Flood"), kind: "added", fields: {} },
      { ...thing("phase", "Beta"), kind: "edited", field: "name", from: "Beta", to: "Pilot" },
      { ...thing("item", "Call", ["Alpha", "Security"]), kind: "moved", to: ["Beta", "Security"] },
      { ...thing("item", "Gone", ["Beta", "Security"]), kind: "archived" },
      { ...thing("criterion", "Nobody complains"), kind: "added", fields: {} },
    ],
    conflicts: [
      { ...thing("section", "Security", ["Alpha"]), id: "1", kind: "gone from the file", changed: ["title"] },
    ],
    removals: [{ ...thing("item", "Gone", ["Beta", "Security"]), hanging }],
  };
  expect(
    mergeGroups(differences).map(({ phase, conflicts, changes, removals }) => [
      phase,
      conflicts.length,
      changes.map(({ title }) => title),
      removals.length,
    ]),
  ).toEqual([
    ["Alpha", 1, ["Call"], 0],
    ["Beta", 0, ["Beta"], 1],
    [null, 0, ["Flood", "Nobody complains"], 0],
  ]);
});
