import { expect, it } from "vitest";
import { NO_AUDIT_FILTER, readAuditFilter } from "./audit";

it("reads an empty form as no filter", () => {
  expect(readAuditFilter({ project: "", action: "", actor: "", from: "", to: "" })).toEqual({
    filter: NO_AUDIT_FILTER,
    errors: {},
  });
  expect(readAuditFilter({})).toEqual({ filter: NO_AUDIT_FILTER, errors: {} });
});

it.each([
  ["from", "0001-01-01"],
  ["to", "9999-12-31"],
  ["to", "275760-09-13"],
  ["project", "a\u0000b"],
  ["project", "a b"],
  ["actor", "\u0000"],
  ["action", "gate\u0000"],
])("leaves out a %s that the database cannot look for", (field, value) => {
  const { filter, errors } = readAuditFilter({ [field]: value });
  expect(filter).toEqual(NO_AUDIT_FILTER);
  expect(Object.keys(errors)).toEqual([field]);
});

it("keeps what it understands and names the rest", () => {
  const { filter, errors } = readAuditFilter({
    action: "gate",
    from: "yesterday",
    actor: ["x", "y"],
    other: "z",
  });
  expect(filter).toEqual({ ...NO_AUDIT_FILTER, action: "gate" });
  expect(errors).toEqual({ from: [expect.any(String)], actor: [expect.any(String)] });
});
