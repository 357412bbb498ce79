import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { addCommentSchema } from "./comments";
import { addCriterionSchema, editCriterionSchema } from "./criteria";
import { addLinkEvidenceSchema, addNoteEvidenceSchema, fileEvidenceSchema } from "./evidence";
import { addItemSchema, editItemSchema } from "./items";
import { measurementSchema } from "./measurements";
import { addPhaseSchema, editPhaseSchema } from "./phases";
import { acceptRiskSchema, editRiskSchema } from "./risks";

const projectId = "019f0000-0000-7000-8000-000000000001";
const id = "019f0000-0000-7000-8000-000000000002";

/** The fields a value is refused for. */
const wrong = (schema: z.ZodType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("items", () => {
  const add = { projectId, sectionId: id, title: "Restore drill" };
  const edit = { projectId, itemId: id, version: 1 };

  it.each([
    ["a text for nothing", null, [""]],
    ["no title", { ...add, title: " \u0000 " }, ["title"]],
    ["10,000 characters", { ...add, title: "x".repeat(10_000) }, ["title"]],
    ["a number", { ...add, title: 7 }, ["title"]],
    ["neither section nor parent", { projectId, title: "x" }, ["sectionId"]],
    ["no id", { ...add, sectionId: "1; DROP TABLE" }, ["sectionId"]],
    ["an unknown level", { ...add, level: "MAYBE" }, ["level"]],
    ["no day", { ...add, dueOn: "2026-02-30" }, ["dueOn"]],
    ["the year 20026", { ...add, dueOn: "20026-01-01" }, ["dueOn"]],
    ["many people", { ...add, assigneeIds: Array(21).fill(id) }, ["assigneeIds"]],
  ])("refuse %s", (_what, value, fields) => {
    expect(wrong(addItemSchema, value)).toEqual(fields);
  });

  it("keep right-to-left text and emoji, and lose control characters", () => {
    const { title } = addItemSchema.parse({ ...add, title: "  نسخ 🚀\u0007\nاحتياطي " });
    expect(title).toBe("نسخ 🚀 احتياطي");
  });

  it("leave out what is not said, and take nothing for nothing", () => {
    expect(editItemSchema.parse({ ...edit, why: " ", files: [" a.ts\n", ""] })).toMatchObject({
      why: null,
      files: ["a.ts"],
    });
    expect(editItemSchema.safeParse({ ...edit, files: "a.ts" }).success).toBe(false);
    expect(editItemSchema.safeParse({ ...edit, files: ["x".repeat(501)] }).success).toBe(false);
    expect(editItemSchema.safeParse({ ...edit, files: Array(101).fill("x") }).success).toBe(false);
    expect(editItemSchema.parse({ ...edit, acceptance: "  ", dueOn: null })).toEqual({
      ...edit,
      acceptance: null,
      dueOn: null,
    });
    expect(wrong(editItemSchema, { ...edit, version: 0 })).toEqual(["version"]);
    expect(wrong(editItemSchema, { ...edit, version: 2 ** 31 })).toEqual(["version"]);
    expect(wrong(editItemSchema, { ...edit, title: "" })).toEqual(["title"]);
  });

  it("name every person once", () => {
    const { assigneeIds } = editItemSchema.parse({ ...edit, assigneeIds: [id, id.toUpperCase()] });
    expect(assigneeIds).toEqual([id]);
  });
});

describe("criteria", () => {
  const add = { projectId, phaseId: null, text: "99.9% uptime" };

  it.each([
    ["a target without a comparator", { ...add, target: 99 }],
    ["a comparator without a target", { ...add, comparator: ">=" }],
    ["infinity", { ...add, comparator: ">=", target: Number.POSITIVE_INFINITY }],
  ])("refuse %s", (_what, value) => {
    expect(wrong(addCriterionSchema, value)).toEqual(["target"]);
  });

  it("change comparator and target alone, or together where they fit", () => {
    const edit = { projectId, criterionId: id, version: 1 };
    expect(wrong(editCriterionSchema, { ...edit, comparator: ">" })).toEqual([]);
    expect(wrong(editCriterionSchema, { ...edit, comparator: null, target: 95 })).toEqual(["target"]);
    expect(wrong(editCriterionSchema, { ...edit, comparator: null, target: null })).toEqual([]);
    expect(wrong(editCriterionSchema, { ...edit, target: 98 })).toEqual([]);
    expect(wrong(editCriterionSchema, { ...edit, maximumAgeDays: 0 })).toEqual(["maximumAgeDays"]);
  });
});

describe("measurements", () => {
  it.each([
    ["a text", { value: "97" }, ["value"]],
    ["nothing", {}, ["value"]],
    ["half an answer", { value: 1, sampleSize: 0.5 }, ["sampleSize"]],
    ["a time that is none", { value: 1, measuredAt: "yesterday" }, ["measuredAt"]],
    ["a long note", { value: 1, note: "x".repeat(2_001) }, ["note"]],
  ])("refuse %s", (_what, value, fields) => {
    expect(wrong(measurementSchema, value)).toEqual(fields);
  });
});

describe("evidence and comments", () => {
  const link = { projectId, itemId: id, url: "https://ci.example.org/run/12" };

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://x.org",
    "//x.org",
    "x",
    "https://",
  ])("refuse the address %s", (url) => {
    expect(wrong(addLinkEvidenceSchema, { ...link, url })).toEqual(["url"]);
  });

  it("take one target, and dates in order", () => {
    expect(wrong(addLinkEvidenceSchema, link)).toEqual([]);
    expect(wrong(addLinkEvidenceSchema, { ...link, criterionId: id })).toEqual(["itemId"]);
    expect(wrong(addLinkEvidenceSchema, { ...link, itemId: null })).toEqual(["itemId"]);
    const dates = { effectiveOn: "2026-12-02", expiresOn: "2026-12-01" };
    expect(wrong(addLinkEvidenceSchema, { ...link, ...dates })).toEqual(["expiresOn"]);
    expect(wrong(addNoteEvidenceSchema, { projectId, itemId: id, title: "Seen", note: " " })).toEqual([
      "note",
    ]);
  });

  it("take what a form leaves empty for nothing", () => {
    const empty = { itemId: id, criterionId: "", title: "", effectiveOn: "", expiresOn: "" };
    expect(fileEvidenceSchema.parse(empty)).toEqual({ itemId: id });
    expect(fileEvidenceSchema.parse({ itemId: id })).toEqual({ itemId: id });
  });

  it("refuse an empty comment and one of more than 10,000 characters", () => {
    const comment = { projectId, itemId: id };
    expect(wrong(addCommentSchema, { ...comment, body: " \n " })).toEqual(["body"]);
    expect(wrong(addCommentSchema, { ...comment, body: "x".repeat(10_001) })).toEqual(["body"]);
    expect(wrong(addCommentSchema, { ...comment, body: "x".repeat(10_000) })).toEqual([]);
  });
});

describe("phases and risks", () => {
  it("refuse scores beyond 0 to 100, and drop empty lines", () => {
    const edit = { projectId, phaseId: id, version: 1 };
    expect(wrong(editPhaseSchema, { ...edit, minimumScore: 101 })).toEqual(["minimumScore"]);
    expect(wrong(editPhaseSchema, { ...edit, minimumScore: 79.5 })).toEqual(["minimumScore"]);
    expect(addPhaseSchema.parse({ projectId, name: "Pilot", goals: ["One", " "] }).goals).toEqual(["One"]);
  });

  it("accept a risk only with a reason, and not by an edit", () => {
    const risk = { projectId, id, version: 1 };
    expect(wrong(editRiskSchema, { ...risk, state: "ACCEPTED" })).toEqual(["state"]);
    expect(wrong(acceptRiskSchema, { ...risk, reason: "" })).toEqual(["reason"]);
  });
});
