import { expect, it } from "vitest";
import { selectedTo, withAll } from "./selection";

const SHOWN = ["a", "b", "c", "d"];

it.each<[string, string[], { id: string; on: boolean; from: string | undefined }, string[]]>([
  ["one", [], { id: "b", on: true, from: undefined }, ["b"]],
  ["one off", ["a", "b"], { id: "b", on: false, from: undefined }, ["a"]],
  ["a range down", ["a"], { id: "c", on: true, from: "a" }, ["a", "b", "c"]],
  ["a range up", ["d"], { id: "b", on: true, from: "d" }, ["b", "c", "d"]],
  ["a range off", ["a", "b", "c"], { id: "b", on: false, from: "a" }, ["c"]],
  ["from what a filter hides by now", ["z"], { id: "b", on: true, from: "z" }, ["b", "z"]],
  ["on itself", [], { id: "b", on: true, from: "b" }, ["b"]],
])("selects %s", (_what, selected, press, expected) => {
  expect([...selectedTo(new Set(selected), SHOWN, press)].sort()).toEqual(expected);
});

it("selects what is shown and keeps what is not", () => {
  expect([...withAll(new Set(["z"]), ["a", "b"], true)]).toEqual(["z", "a", "b"]);
  expect([...withAll(new Set(["z", "a"]), ["a", "b"], false)]).toEqual(["z"]);
});
