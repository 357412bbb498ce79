import { beforeEach, expect, it, vi } from "vitest";
import { sessionCookieName } from "@/lib/auth/session-cookies";
import { db } from "@/lib/data/client";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { correctDraftAction, createDraftAction, finishDraftAction, readAheadAction } from "./import-drafts";

useTestDatabase();

const cookie = vi.hoisted(() => ({ secret: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === sessionCookieName() ? { value: cookie.secret } : undefined),
  }),
  headers: async () => new Headers(),
}));

const many = (count: number, line: string) => `${line}\n`.repeat(count);
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");

let workspaceId = "";
const stored = async () => ({
  projects: await db().project.count({ where: { workspaceId } }),
  drafts: await db().importDraft.count({ where: { workspaceId } }),
});

beforeEach(async () => {
  workspaceId = (await makeWorkspace()).id;
  cookie.secret = (await makeMember(workspaceId, "MANAGER", "Mara")).secret;
});

/** The draft of a text, as its owner's browser gets it. */
async function draftOf(text: string): Promise<string> {
  const made = await createDraftAction({ text });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.draftId;
}

it.each<[what: string, input: Parameters<typeof createDraftAction>[0], said: RegExp]>([
  ["nothing at all", {}, /Paste a plan or choose a file/],
  ["a text and a file", { text: "# P", file: base64("# P") }, /Paste a plan or choose a file/],
  ["blank lines", { text: " \n\t" }, /empty/],
  ["a PDF", { text: "%PDF-1.7" }, /not a text document/],
  ["a picture", { file: base64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1])) }, /not a text/],
  ["bytes that are not base64", { file: "§§" }, /base64/],
  ["20 MB", { text: "x".repeat(20 * 1024 * 1024) }, /2 MB/],
  ["20 MB in a file", { file: base64("x".repeat(20 * 1024 * 1024)) }, /2 MB/],
  ["200,000 lines", { text: many(200_000, "- [ ] a") }, /2 MB|200,000 list entries/],
  ["a text of the wrong type", JSON.parse('{"text": 5}'), /text/],
])("refuses %s with a sentence, and keeps no draft", async (_, input, said) => {
  const refused = await createDraftAction(input);
  expect(refused.ok).toBe(false);
  if (!refused.ok) expect(JSON.stringify(refused.error)).toMatch(said);
  expect(await stored()).toEqual({ projects: 0, drafts: 0 });
});

it.each<[what: string, text: string]>([
  ["forty levels", Array.from({ length: 40 }, (_, at) => `${"  ".repeat(at)}- [ ] level ${at}`).join("\n")],
  [
    "500 columns",
    `| Task |${" a |".repeat(499)}\n|${"---|".repeat(500)}\n| x |${" b |".repeat(499)}\n\n- [ ] a`,
  ],
  ["markup", "# <script>alert(1)</script>\n- [ ] [go](javascript:alert(1)) <img src=x onerror=alert(1)>"],
  ["a head that is not YAML", '---\ntitle: "open\n  - [x: {\n---\n# P\n- [ ] a'],
  ["doubled keys", "# P\n- [x] **1.1** Same\n- [ ] **1.1** Same"],
])("makes one project of %s, however often it is asked to", async (_, text) => {
  const draftId = await draftOf(text);
  const input = { draftId, version: 1, name: "Odd" };
  const [first, second] = await Promise.all([finishDraftAction(input), finishDraftAction(input)]);
  expect([first.ok, second.ok]).toContain(true);
  expect(await stored()).toMatchObject({ projects: 1 });
});

it("makes nothing of a draft that is a stranger's, gone, changed meanwhile or named wrongly", async () => {
  const draftId = await draftOf("# P\n- [ ] a");
  const correct = { draftId, version: 1, correction: { kind: "list", line: 2, as: "criteria" } } as const;
  expect((await correctDraftAction(correct)).ok).toBe(true);
  const tries = [
    [{ draftId, version: 1, name: "P" }, "CONFLICT"],
    [{ draftId, version: 2, name: "" }, "INVALID"],
    [{ draftId: "0190b7a0-0000-7000-8000-000000000000", version: 1, name: "P" }, "CONFLICT"],
  ] as const;
  for (const [input, code] of tries)
    expect(await finishDraftAction(input)).toMatchObject({ ok: false, error: { code } });
  const elsewhere = await makeWorkspace();
  cookie.secret = (await makeMember(elsewhere.id, "MANAGER", "Moe")).secret;
  expect(await finishDraftAction({ draftId, version: 2, name: "P" })).toMatchObject({
    ok: false,
    error: { code: "CONFLICT", message: expect.stringContaining("not here any more") },
  });
  cookie.secret = (await makeMember(workspaceId, "VIEWER", "Vic")).secret;
  expect(await createDraftAction({ text: "# P" })).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
  expect(await readAheadAction({ text: "# P" })).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
  cookie.secret = "";
  expect(await createDraftAction({ text: "# P" })).toMatchObject({ ok: false, error: { code: "SIGN_IN" } });
  expect(await stored()).toEqual({ projects: 0, drafts: 1 });
});
