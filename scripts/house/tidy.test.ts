import { expect, it } from "vitest";
import { isTest, sources } from "./sources";
import {
  environmentReads,
  impurities,
  leftToChance,
  MOST_LINES,
  namelessFiles,
  silenced,
  tooLong,
} from "./tidy";

const files = sources().filter(({ path }) => !path.startsWith("scripts/house/"));
const below = (...folders: string[]) =>
  files.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));

it("has no file with a second reason to change", () => {
  expect(tooLong(files)).toEqual([]);
  expect(tooLong([{ path: "lib/x.ts", text: "x\n".repeat(MOST_LINES + 1) }])).toEqual(["lib/x.ts"]);
});

it("names every file for what it holds", () => {
  expect(namelessFiles(files)).toEqual([]);
  const bad = ["lib/utils.ts", "components/date-helpers.ts", "lib/common/x.ts", "components/Button.tsx"];
  expect(namelessFiles(bad.map((path) => ({ path, text: "" })))).toEqual(bad);
  expect(namelessFiles([{ path: "lib/commonplace.ts", text: "" }])).toEqual([]);
});

it("reads the environment in lib/ops/env.ts alone", () => {
  const product = [
    ...below("app/", "components/", "lib/"),
    ...files.filter(({ path }) => /^[\w-]+\.ts$/.test(path)),
  ];
  const read = environmentReads(
    product.filter(({ path }) => !isTest(path)),
    ["NODE_ENV", "NEXT_RUNTIME", "NEXT_PHASE"],
  );
  expect(read.filter((found) => !found.startsWith("lib/ops/env.ts: "))).toEqual([]);
  expect(environmentReads([{ path: "x.ts", text: "const { A } = process.env;" }], ["NODE_ENV"])).toHaveLength(
    1,
  );
  expect(environmentReads([{ path: "x.ts", text: "if (process.env.NODE_ENV)" }], ["NODE_ENV"])).toEqual([]);
});

it("keeps clock, chance and machine out of the rules and the reading of plans", () => {
  expect(
    impurities(below("lib/domain/", "lib/plan/", "lib/schemas/").filter(({ path }) => !isTest(path))),
  ).toEqual([]);
  expect(
    impurities([{ path: "x.ts", text: "const now = new Date();\nconst id = Math.random();" }]),
  ).toHaveLength(2);
});

it("never tells the compiler to look away", () => {
  expect(silenced(files)).toEqual([]);
  expect(silenced([{ path: "x.ts", text: "// @ts-ignore\nconst x: number = y;" }])).toHaveLength(1);
});

it("tries every property with the same cases each time", () => {
  expect(leftToChance(files)).toEqual([]);
  expect(leftToChance([{ path: "x.ts", text: "fc.assert(fc.property(fc.nat(), holds));" }])).toEqual([
    "x.ts",
  ]);
});
