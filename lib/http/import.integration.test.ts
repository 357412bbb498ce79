import { expect, it } from "vitest";
import { openWorkspace } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { createImportDraft, getImportPreview } from "@/lib/data/import-drafts";
import { callApi, makeToken } from "@/prisma/factories/api";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";

useTestDatabase();

type Sent = string | Uint8Array<ArrayBuffer>;

async function importer() {
  const { id } = await makeWorkspace();
  const { actor } = await makeMember(id, "MANAGER", "Mara");
  const token = await makeToken(actor);
  const post = (body: Sent, headers: Record<string, string> = {}) =>
    callApi(token, "POST", "/projects/import?name=Plan", {
      body,
      headers: { "content-type": "text/markdown", ...headers },
    });
  const projects = () => db().project.count({ where: { workspaceId: id } });
  const items = (slug: string) => ({ project: { slug, workspaceId: id } });
  return { id, items, access: openWorkspace(actor, "project:create"), token, post, projects };
}

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));

it.each<[what: string, body: Sent, status: number, said: RegExp]>([
  ["nothing", "", 400, /empty/],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]), 400, /not a text document/],
  ["a PDF", "%PDF-1.7 ...", 400, /not a text document/],
  ["20 MB", "x".repeat(20 * 1024 * 1024), 413, /2 MB/],
  ["200,000 lines of work", many(200_000, () => "- [ ] a").join("\n"), 400, /200,000 list entries.*10,000/],
  ["200,000 lines of text", many(200_000, (at) => `${at % 10}\n`).join(""), 400, /200,000 lines/],
])("refuses %s with a sentence, and makes nothing", async (_, body, status, said) => {
  const { post, projects } = await importer();
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(said) });
  expect(await projects()).toBe(0);
});

it("refuses the same through the preview, and keeps no draft", async () => {
  const { access, id } = await importer();
  const refused = [
    ["  \n", "INVALID"],
    ["%PDF-1.7", "INVALID"],
    [many(30_000, () => "- [ ] a").join("\n"), "INVALID"],
    ["x".repeat(3 * 1024 * 1024), "TOO_LARGE"],
  ] as const;
  for (const [text, code] of refused)
    await expect(createImportDraft(access, { text })).rejects.toMatchObject({ code });
  expect(await db().importDraft.count({ where: { workspaceId: id } })).toBe(0);
});

it("says what it did to bytes that are not UTF-8", async () => {
  const { post } = await importer();
  const latin = await post(
    Uint8Array.from([..."# Plan\n- [ ] caf"].map((char) => char.charCodeAt(0)).concat(0xe9)),
  );
  expect(latin.status).toBe(201);
  expect(await latin.json()).toMatchObject({
    notes: expect.arrayContaining([{ line: 0, text: "Not UTF-8: read as Windows-1252." }]),
  });
  const japanese = await post(
    // "# テスト" and "- [ ] する" in Shift-JIS
    Uint8Array.from([
      35, 32, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 10, 45, 32, 91, 32, 93, 32, 0x82, 0xb7, 0x82, 0xe9,
    ]),
  );
  expect(await japanese.json()).toMatchObject({
    notes: expect.arrayContaining([{ line: 0, text: "Not UTF-8: read as Shift-JIS." }]),
  });
});

it("keeps forty levels, as deep as they are written", async () => {
  const { post, token, items } = await importer();
  const answer = await post(
    ["# P", ...many(40, (at) => `${"  ".repeat(at)}- [${at % 2 ? "x" : " "}] level ${at}`)].join("\n"),
  );
  expect(answer.status).toBe(201);
  const { slug } = await answer.json();
  const rows = await db().checklistItem.findMany({
    where: items(slug),
    select: { id: true, parentId: true },
  });
  expect(rows).toHaveLength(40);
  expect(rows.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  const phase = await callApi(token, "GET", `/projects/${slug}/phases/launch`);
  expect(phase.status).toBe(200);
});

it("takes a table of 500 columns, or says what is too much of it", async () => {
  const { post, projects } = await importer();
  const row = (cell: (at: number) => string) => `| Task | ${many(500, cell).join(" | ")} |`;
  const answer = await post(
    `# P\n\n${row((at) => `Column ${at}`)}\n${row(() => "---").replace("Task", "---")}\n${row((at) => `cell ${at}`)}\n\n- [ ] a\n`,
  );
  expect(answer.status).toBe(201);
  const wide = await post(
    `# P\n\n${row((at) => `Prod ${at}`)}\n${row(() => "---").replace("Task", "---")}\n${row((at) => `v${at}`)}\n\n- [ ] a\n`,
  );
  expect([201, 400, 413]).toContain(wide.status);
  expect(await projects()).toBe(wide.status === 201 ? 2 : 1);
});

it("stores markup and odd links as the text they are", async () => {
  const { post, token, items } = await importer();
  const answer = await post(
    [
      "# <script>alert(1)</script> Plan",
      "- [ ] `<img src=x onerror=alert(1)>` shown",
      "- [ ] [click](javascript:alert(1)) and [data](data:text/html,x)",
      "  - see [this](vbscript:x)",
      '- [ ] <b>bold</b> &lt;i&gt; &amp; ]]> "quoted"',
    ].join("\n"),
  );
  const { slug } = await answer.json();
  const titles = await db().checklistItem.findMany({
    where: items(slug),
    select: { title: true, details: true },
    orderBy: { position: "asc" },
  });
  expect(titles.map(({ title }) => title)).toEqual([
    "<img src=x onerror=alert(1)> shown",
    "click and data",
    'bold <i> & ]]> "quoted"',
  ]);
  expect(titles[1]?.details).toContain("[this](vbscript:x)");
  const read = await (await callApi(token, "GET", `/projects/${slug}/phases/launch`)).text();
  expect(JSON.parse(read).sections[0].items[0].title).toBe("<img src=x onerror=alert(1)> shown");
});

it("says where the head of a document is not YAML, and reads the rest", async () => {
  const { post } = await importer();
  const answer = await post('---\ntitle: "open\n  - [x: {\n---\n# Real\n- [ ] a\n');
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    notes: expect.arrayContaining([{ line: 1, text: expect.stringContaining("is not YAML") }]),
  });
});

it("gives doubles keys of their own, and takes a key of another project without touching that one", async () => {
  const { post, token, items } = await importer();
  const first = await (await post("# P\n- [x] **1.1** Same\n- [ ] **1.1** Same\n- [ ] SEC-1 Same\n")).json();
  const keys = await db().checklistItem.findMany({
    where: items(first.slug),
    select: { key: true },
  });
  expect(new Set(keys.map(({ key }) => key)).size).toBe(3);
  const file = await (await callApi(token, "GET", `/projects/${first.slug}/export`)).text();
  const twice = file.replace(/(- \[ \].*?<!-- key: )SEC-1( -->)/, "$11.1$2");
  const second = await post(twice);
  expect(second.status).toBe(201);
  const { slug, notes } = await second.json();
  expect(notes).toContainEqual({
    line: expect.any(Number),
    text: expect.stringContaining("“1.1” stands in line"),
  });
  expect(slug).not.toBe(first.slug);
  const done = (of: string) => db().checklistItem.count({ where: { ...items(of), state: "DONE" } });
  expect([await done(first.slug), await done(slug)]).toEqual([1, 1]);
});

it("keeps what is previewed as it was when the file changes, and makes one project of one import sent twice", async () => {
  const { access, post, projects } = await importer();
  const { draftId } = await createImportDraft(access, { text: "# P\n- [ ] before" });
  await createImportDraft(access, { text: "# P\n- [ ] after" });
  expect(JSON.stringify(await getImportPreview(access, draftId))).toContain("before");
  const key = { "idempotency-key": "import-1" };
  const answers = await Promise.all([post("# P\n- [ ] a", key), post("# P\n- [ ] a", key)]);
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThanOrEqual(1);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(await projects()).toBe(1);
  expect(new Set(await Promise.all(made.map(async (answer) => (await answer.json()).slug))).size).toBe(1);
});
