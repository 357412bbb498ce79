import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveApi } from "@/prisma/factories/api";
import { phasegate } from "@/prisma/factories/command-line";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

const PLAN =
  "# Portal\n\n## Phase 1: Alpha\n\n- [ ] Rotate the keys\n- [ ] Close the ports\n\n## Phase 2: Beta\n- [ ] Invite customers\n";

let folder = "";
let server: { url: string; close: () => void };
let token = "";
const file = () => join(folder, "READINESS.md");
const run = (...args: string[]) => phasegate(args);
const into = (...more: string[]) => run("plan", "import", file(), "--into", "portal", ...more);
const remote = () => ["--url", server.url, "--token", token];

/** Changes the file, and saves it. */
async function edit(from: string, to: string): Promise<void> {
  const text = await readFile(file(), "utf8");
  expect(text).toContain(from);
  await writeFile(file(), text.replace(from, to));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasegate-merge-"));
  server = await serveApi();
  const ana = ["--email", "ana@example.test", "--name", "Ana"];
  await phasegate(["user", "create", ...ana], { stdin: "correct horse battery\n" });
  token = (await run("token", "create", ...ana)).stdout.trim();
  await writeFile(file(), PLAN);
  expect(await run("plan", "import", file())).toMatchObject({ code: 0, stderr: "" });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe("plan import --into", { timeout: 120_000 }, () => {
  it("keeps a file and its project in step, from here and from a pipeline", async () => {
    const same = await into("--json");
    expect([same.code, JSON.parse(same.stdout)]).toMatchObject([
      0,
      { merged: false, changes: [], conflicts: [] },
    ]);
    await edit("- [ ] Close the ports", "- [x] Close all open ports");
    const dry = await into("--dry-run");
    expect([dry.code, dry.stdout]).toEqual([
      0,
      [
        `~ item "Close the ports" in Phase 1: Alpha / Checklist: title "Close the ports" -> "Close all open ports"`,
        `~ item "Close the ports" in Phase 1: Alpha / Checklist: state "OPEN" -> "DONE"`,
        "",
      ].join("\n"),
    ]);
    const merged = await into(...remote());
    expect([merged.code, merged.stderr, merged.stdout.split("\n").at(-2)]).toEqual([
      0,
      "",
      `Merged ${file()} into the project portal: 1 changed, 1 ticked or set.`,
    ]);
    expect(JSON.parse((await into("--json")).stdout)).toMatchObject({
      merged: false,
      changes: [],
      conflicts: [],
    });
    await run("plan", "export", "portal", "--output", file());
    await edit("Invite customers", "Invite the first customers");
    expect((await run("plan", "export", "portal", "--check", file())).code).toBe(1);
    expect((await into()).code).toBe(0);
    expect((await run("plan", "export", "portal", "--check", file())).code).toBe(0);
  });

  it("stops with 1 at conflicts, changes nothing, and follows the side it is told to", async () => {
    await edit("Rotate the keys", "Rotate the keys `COULD`");
    const phase = await call("GET", "/projects/portal/phases/phase-1-alpha");
    const [itemId] = phase.sections.flatMap(({ items }: { items: { id: string }[] }) =>
      items.map(({ id }) => id),
    );
    await call("POST", "/projects/portal/items/bulk", { itemIds: [itemId], level: "MUST" });
    const stopped = await into();
    expect([stopped.code, stopped.stderr]).toEqual([1, ""]);
    expect(stopped.stdout).toContain('level was "SHOULD", in the file "COULD", here "MUST"');
    expect(stopped.stdout).toContain("1 to decide (?)");
    expect((await into("--on-conflict", "project", ...remote())).code).toBe(0);
    expect((await run("plan", "export", "portal")).stdout).toContain("Rotate the keys `MUST`");
  });

  it("ends with 2 when it cannot be done", async () => {
    expect((await run("plan", "import", file(), "--into", "nothing")).code).toBe(2);
    expect((await run("plan", "import", join(folder, "no.md"), "--into", "portal")).code).toBe(2);
    expect((await into("--on-conflict", "both")).code).toBe(2);
    expect((await into("--name", "Portal")).stderr).toContain("are for a new project");
    expect((await into("--url", "http://127.0.0.1:1", "--token", token)).code).toBe(2);
    const wrong = join(folder, "wrong.md");
    await writeFile(wrong, "# Cooking\n## Phase 1: Soup\n- [ ] Peel the onions\n");
    expect((await run("plan", "import", wrong, "--into", "portal")).stderr).toContain("not a newer version");
  });
});

const call = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
};
