import { expect, it } from "vitest";
import { NO_AUDIT_FILTER, readAuditFilter } from "./audit";

it("reads an empty form as no filter", () => {
  expect(readAuditFilter({ project: "", action: "", actor: "", from: "", to: "" })).toEqual({
    filter: NO_AUDIT_FILTER,
    errors: {},
  });
  expect(readAuditFilter({})).toEqual({ filter: NO_AUDIT_FILTER, errors: {} });
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
