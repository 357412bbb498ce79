import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { EVIDENCE_MAX_BYTES } from "@/lib/domain/evidence-file";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeProject } from "@/prisma/factories/project";
import { makeStage, NOBODY, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let token: string;
let itemId: string;

beforeAll(async () => {
  stage = await makeStage();
  token = await makeToken(stage.people.member);
  itemId = await stage.item("Rotate the keys");
});

function form(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = { itemId },
) {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set("file", new File([content], name));
  return body;
}

const upload = (body: BodyInit, as: string | null = token) =>
  callApi(as, "POST", `/projects/${stage.slug}/evidence`, { body });
const download = (id: string, as: string | null = token) =>
  callApi(as, "GET", `/projects/${stage.slug}/evidence/${id}`);

describe("a file as evidence", () => {
  it("goes up and comes down as a download that nothing can run", async () => {
    const html = "<script>alert(document.cookie)</script>";
    const up = await upload(form("Bericht «1».html", html, { itemId, title: "", expiresOn: "" }));
    expect(up.status).toBe(201);
    const { id, already } = await up.json();
    expect(already).toBe(false);
    const down = await download(id, await makeToken(stage.people.lead, { role: "VIEWER" }));
    expect(await down.text()).toBe(html);
    expect(Object.fromEntries(down.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="Bericht 1.html"; filename*=UTF-8''Bericht%20%C2%AB1%C2%BB.html`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "content-length": String(html.length),
      "cache-control": "private, no-store",
      etag: `"${createHash("sha256").update(html).digest("hex")}"`,
    });
    const again = await upload(form("other-name.html", html));
    expect([again.status, await again.json()]).toEqual([200, { id, already: true }]);
  });

  it("is refused when it is empty, too large, not what it says, or no form at all", async () => {
    const refused = async (body: BodyInit) => {
      const response = await upload(body);
      const { code, fields } = await response.json();
      return [response.status, code, Object.keys(fields ?? {})];
    };
    expect(await refused(form("a.txt", ""))).toEqual([400, "INVALID", ["file"]]);
    expect(await refused(form("a.pdf", "no pdf"))).toEqual([400, "INVALID", ["file"]]);
    const big = new Uint8Array(EVIDENCE_MAX_BYTES + 1).fill(97);
    expect(await refused(form("a.txt", big))).toEqual([413, "TOO_LARGE", ["file"]]);
    const huge = new Uint8Array(EVIDENCE_MAX_BYTES + 2 * 1024 * 1024).fill(97);
    expect(await refused(form("a.txt", huge))).toEqual([413, "TOO_LARGE", []]);
    expect(await refused("not a form")).toEqual([400, "INVALID", []]);
    expect(await refused(form("a.txt", "x", {}))).toEqual([400, "INVALID", ["itemId"]]);
    expect(await refused(form("a.txt", "x", { itemId: "nonsense" }))).toEqual([400, "INVALID", ["itemId"]]);
    const dates = { itemId, effectiveOn: "2026-12-02", expiresOn: "2026-12-01" };
    expect(await refused(form("a.txt", "x", dates))).toEqual([400, "INVALID", ["expiresOn"]]);
    const noFile = new FormData();
    noFile.set("itemId", itemId);
    noFile.set("file", "text");
    expect(await refused(noFile)).toEqual([400, "INVALID", ["file"]]);
  });

  it("is not reached by nobody, viewers, strangers, or from other projects", async () => {
    const { id } = await (await upload(form("mine.txt", "mine"))).json();
    const outsider = await makeToken(stage.people.outsider);
    const viewer = await makeToken(stage.people.member, { role: "VIEWER" });
    const statuses = async (as: string | null) => [
      (await upload(form("a.txt", "a"), as)).status,
      (await download(id, as)).status,
    ];
    expect(await statuses(null)).toEqual([401, 401]);
    expect(await statuses(outsider)).toEqual([404, 404]);
    expect(await statuses(viewer)).toEqual([403, 200]);
    expect((await download(NOBODY)).status).toBe(404);
    const other = await makeStage();
    const theirs = { itemId: await other.item("Rotate the keys") };
    expect((await upload(form("a.txt", "a", theirs))).status).toBe(404);
    const neighbour = await makeProject(stage.people.admin);
    const away = await callApi(token, "GET", `/projects/${neighbour.slug}/evidence/${id}`);
    expect(away.status).toBe(404);
  });
});
