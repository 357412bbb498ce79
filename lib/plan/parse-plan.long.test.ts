import { describe, expect, it } from "vitest";
import { parsePlan } from "./parse-plan";

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");
const words = "with enough words behind it to make the document a long one, as those of many teams are";
const items = (text: string) =>
  parsePlan(text).plan.phases.flatMap(({ sections }) => sections.flatMap((section) => section.items));
const kinds = (text: string) => new Map(parsePlan(text).reading.map(({ line, kind }) => [line, kind]));

describe("a long document", () => {
  it("is read as one table where one table is cut", () => {
    const text = `# P\n\n| Task | Done |\n|---|---|\n${many(900, (at) => `| Job ${at} ${words} | ${at % 2 ? "yes" : "no"} |`)}\n\nEnd.`;
    const read = items(text);
    expect(read).toHaveLength(900);
    expect(read[898]?.title).toBe(`Job 898 ${words}`);
    expect(read.filter(({ state }) => state === "DONE")).toHaveLength(450);
    expect([kinds(text).get(5), kinds(text).get(904), kinds(text).get(906)]).toEqual([
      "item",
      "item",
      "text",
    ]);
  });

  it("reads rows without a sign in front, too", () => {
    const text = `# P\n\nTask | Done\n--- | ---\n${many(900, (at) => `Job ${at} ${words} | no`)}`;
    expect(items(text)).toHaveLength(900);
  });

  it("keeps boxes in code out, and those behind it in", () => {
    const text = `# P\n\n\`\`\`\n${many(900, () => `- [ ] ${words}`)}\n\`\`\`\n- [ ] real`;
    expect(items(text).map(({ title }) => title)).toEqual(["real"]);
    expect(kinds(text).get(500)).toBe("code");
  });

  it("reads a quoted checklist and the labels of an endless paragraph", () => {
    const quoted = `# P\n\n${many(900, (at) => `> - [x] Job ${at} ${words}`)}`;
    expect(items(quoted)).toHaveLength(900);
    const labels = `# P\n## Phase 1\n- [ ] a\n\n${many(900, (at) => `**Goal:** ${at} ${words}`)}`;
    expect(parsePlan(labels).plan.phases[0]?.goals).toHaveLength(900);
  });

  it.each([
    ["entries", many(30_000, (at) => `- [ ] ${at}`), "30,000 list entries"],
    ["rows", many(30_000, (at) => `| ${at} |`), "10,000 items"],
    ["headings", many(11_000, (at) => `# ${at}`), "11,000 headings"],
    ["lines", many(60_000, (at) => `${at}\n`), "60,000 lines"],
    ["signs", "*".repeat(600_000), "600,000 signs"],
  ])("is refused when it has too many %s", (_, text, said) => {
    expect(() => parsePlan(text)).toThrow(
      expect.objectContaining({ code: "INVALID", message: expect.stringContaining(said) }),
    );
  });

  it("may quote a long log", () => {
    const text = `# P\n\n\`\`\`\n${many(60_000, (at) => `- ${at}`)}\n\`\`\`\n- [ ] real`;
    expect(items(text)).toHaveLength(1);
  });
});
