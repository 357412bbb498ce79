import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/data/client";
import { phasegate } from "@/prisma/factories/command-line";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { type Answer, answer } from "./answer";
import { diffPlanOf } from "./plan-diff";
import { exportPlanOf } from "./plan-export";
import { importPlan } from "./plan-import";
import { inspectPlan } from "./plan-inspect";
import { mergeInto } from "./plan-merge";

useTestDatabase();

const MARKDOWN = { format: "markdown" };
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));
const row = (first: string, cell: (at: number) => string) => `| ${first} | ${many(500, cell).join(" | ")} |`;

let folder = "";
const file = () => join(folder, "plan.md");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasegate-bad-"));
  await phasegate(["user", "create", "--email", "ana@example.test", "--name", "Ana"], {
    stdin: "correct horse battery\n",
  });
  await writeFile(file(), "# Portal\n\n- [x] Rotate the keys\n");
  expect(await printed(() => importPlan(file(), {}), 1)).toMatchObject({ code: 0, err: "" });
});

afterAll(() => rm(folder, { recursive: true }));

/** What a command prints and ends with, as lib/cli/main.ts runs it. */
async function printed(run: () => Promise<Answer>, onError: number) {
  const write = (stream: "stdout" | "stderr") =>
    vi.spyOn(process[stream], "write").mockImplementation(() => true);
  const streams = [write("stdout"), write("stderr")];
  const before = process.exitCode;
  await answer(run, { onError });
  const code = process.exitCode;
  process.exitCode = before;
  const [out = "", err = ""] = streams.map((stream) => stream.mock.calls.map(([text]) => text).join(""));
  for (const stream of streams) stream.mockRestore();
  return { code, out, err };
}

/** Every command that reads a plan, and what it ends with when it cannot. */
const commands: [name: string, run: (project: string) => Promise<Answer>, onError: number][] = [
  ["plan inspect", () => inspectPlan(file(), {}), 1],
  ["plan import", () => importPlan(file(), {}), 1],
  ["plan import --into", (into) => mergeInto(file(), { into }), 2],
  ["plan diff", (project) => diffPlanOf(project, file(), {}), 2],
  ["plan export --check", (project) => exportPlanOf(project, { ...MARKDOWN, check: file() }), 2],
];

/** How much there is of everything a plan could have been put into. */
const stored = async () => ({
  projects: await db().project.findMany({ select: { slug: true, version: true }, orderBy: { slug: "asc" } }),
  items: await db().checklistItem.count(),
  drafts: await db().importDraft.count(),
});

describe("what is no plan", { timeout: 60_000 }, () => {
  it.each<[what: string, content: string | Uint8Array, said: RegExp]>([
    ["nothing", "", /empty/],
    ["blank lines", " \n\t\n", /empty/],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]), /not a text document/],
    ["a PDF", "%PDF-1.7 ...", /not a text document/],
    ["20 MB", "x".repeat(20 * 1024 * 1024), /2 MB/],
    ["200,000 lines of work", many(200_000, () => "- [ ] a").join("\n"), /200,000 list entries.*10,000/],
    ["200,000 lines of text", many(200_000, (at) => `${at % 10}\n`).join(""), /200,000 lines/],
  ])("is refused by every command in one sentence, and nothing is stored: %s", async (_, content, said) => {
    await writeFile(file(), content);
    const before = await stored();
    for (const [name, run, onError] of commands) {
      const { code, out, err } = await printed(() => run("portal"), onError);
      expect([name, code, out]).toEqual([name, onError, ""]);
      expect(err).toMatch(said);
      expect(err.trim()).toMatch(/^[A-Z].*\.$/);
    }
    expect(await stored()).toEqual(before);
  });

  it("is said of a file and a project that are not there", async () => {
    await rm(file(), { force: true });
    for (const [name, run, onError] of commands) {
      const { code, out, err } = await printed(() => run("portal"), onError);
      expect([name, code, out, err]).toEqual([
        name,
        onError,
        "",
        `${file()} cannot be read: there is no such file.\n`,
      ]);
    }
    await writeFile(file(), "# P\n- [ ] a\n");
    for (const [name, run, onError] of commands.slice(2)) {
      const { code, err } = await printed(() => run("nowhere"), onError);
      expect([name, code, err]).toEqual([name, onError, expect.stringContaining('"nowhere"')]);
    }
  });
});

describe("what is odd and a plan nevertheless", { timeout: 60_000 }, () => {
  it.each<[what: string, content: string | Uint8Array, said: RegExp]>([
    [
      "forty levels",
      ["# P", ...many(40, (at) => `${"  ".repeat(at)}- [${at % 2 ? "x" : " "}] level ${at}`)].join("\n"),
      /40 items \(20 done\)/,
    ],
    [
      "a table of 500 columns",
      `# P\n\n${row("Task", (at) => `Column ${at}`)}\n${row("---", () => "---")}\n${row("a", (at) => `cell ${at}`)}\n\n- [ ] a\n`,
      /1 item/,
    ],
    [
      "markup and odd links",
      "# <script>alert(1)</script> P\n- [ ] `<img src=x onerror=alert(1)>` [go](javascript:alert(1))\n",
      /<script>|alert/,
    ],
    ["a head that is not YAML", '---\ntitle: "open\n  - [x: {\n---\n# P\n- [ ] a\n', /line 1: .*not YAML/],
    ["doubled keys", "# P\n- [x] **1.1** Same\n- [ ] **1.1** Same\n", /2 items \(1 done\)/],
    [
      "the key of an item of another project",
      "# P\n\n## Phase 1: A\n\n- [x] Rotate <!-- key: rotate-the-keys -->\n",
      /1 item \(1 done\)/,
    ],
    [
      "another encoding",
      Uint8Array.from([..."# P\n- [ ] caf"].map((char) => char.charCodeAt(0)).concat(0xe9)),
      /Windows-1252/,
    ],
  ])("is read, imported, in step with its file, and exported again: %s", async (_, content, said) => {
    await writeFile(file(), content);
    const { out } = await printed(() => inspectPlan(file(), {}), 1);
    expect(out).toMatch(said);
    const before = await stored();
    const made = await printed(() => importPlan(file(), {}), 1);
    const slug = /project (\S+)\./.exec(made.out)?.[1] ?? "";
    expect([made.code, made.err]).toEqual([0, ""]);
    for (const [name, run, onError] of commands.slice(2, 4)) {
      const { code, out: told } = await printed(() => run(slug), onError);
      expect([name, code, told]).toEqual([name, 0, expect.stringContaining("changes nothing")]);
    }
    await printed(() => exportPlanOf(slug, { ...MARKDOWN, output: file() }), 1);
    for (const [name, run, onError] of commands.slice(2))
      expect([name, await printed(() => run(slug), onError)]).toMatchObject([name, { code: 0, err: "" }]);
    const after = await stored();
    expect(after.projects.length).toBe(before.projects.length + 1);
    expect(after.projects).toEqual(expect.arrayContaining(before.projects));
  });

  it("becomes two projects with names of their own where it is imported twice at once", async () => {
    await writeFile(file(), "# Twin\n- [ ] a\n");
    const runs = await Promise.all([
      phasegate(["plan", "import", file()]),
      phasegate(["plan", "import", file()]),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(2);
  });
});
