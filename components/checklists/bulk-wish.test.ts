import { expect, it } from "vitest";
import { type BulkFormValues, bulkWishOf, LEFT } from "./bulk-wish";

it.each<[string, Partial<BulkFormValues>, ReturnType<typeof bulkWishOf>]>([
  ["nothing", {}, null],
  ["a level", { level: "MUST" }, { level: "MUST" }],
  ["an area called like none", { area: "=-" }, { area: "-" }],
  ["no area", { area: "-" }, { area: null }],
  ["a day", { dueOn: "2030-01-31" }, { dueOn: "2030-01-31" }],
  ["no day", { dueOn: "2030-01-31", noDue: true }, { dueOn: null }],
  ["a section", { toSectionId: "s" }, { toSectionId: "s" }],
  ["people that are not chosen yet", { assign: "only" }, null],
  ["people that are left alone after all", { people: ["a"] }, null],
  ["exactly these", { assign: "only", people: ["a"] }, { assigneeIds: ["a"] }],
  ["these too", { assign: "add", people: ["a"] }, { addAssigneeIds: ["a"] }],
  ["nobody", { assign: "nobody", people: ["a"] }, { assigneeIds: [] }],
])("wishes %s", (_what, values, wish) => {
  expect(bulkWishOf({ ...LEFT, ...values })).toEqual(wish);
});
