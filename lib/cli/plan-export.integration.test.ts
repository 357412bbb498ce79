import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveApi } from "@/prisma/factories/api";
import { phasegate } from "@/prisma/factories/command-line";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

const PLAN =
  "# Portal\n\n## Phase 1: Alpha\n\n- [x] Rotate the keys\n- [ ] Close the ports\n\n## Phase 2: Beta\n";

let folder = "";
let server: { url: string; close: () => void };
let token = "";
const file = (name: string) => join(folder, name);
const run = (...args: string[]) => phasegate(args);
const check = (...more: string[]) =>
  run("plan", "export", "portal", "--check", file("READINESS.md"), ...more);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasegate-export-"));
  server = await serveApi();
  const ana = ["--email", "ana@example.test", "--name", "Ana"];
  await phasegate(["user", "create", ...ana], { stdin: "correct horse battery\n" });
  token = (await run("token", "create", ...ana)).stdout.trim();
  await writeFile(file("plan.md"), PLAN);
  expect(await run("plan", "import", file("plan.md"))).toMatchObject({ code: 0, stderr: "" });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe("plan export", () => {
  it("prints a file, and writes it", async () => {
    const printed = await run("plan", "export", "portal");
    expect(printed).toMatchObject({ code: 0, stderr: "" });
    expect(printed.stdout).toContain("\n- [x] Rotate the keys <!-- key: rotate-the-keys -->\n");
    const written = await run("plan", "export", "portal", "--output", file("READINESS.md"));
    expect(written).toMatchObject({ code: 0, stdout: `Wrote ${file("READINESS.md")}.\n` });
    expect(await readFile(file("READINESS.md"), "utf8")).toBe(printed.stdout);
    const csv = await run("plan", "export", "portal", "--format", "csv");
    expect(csv.stdout).toContain("item,Phase 1: Alpha,Checklist,close-the-ports,,Close the ports,OPEN");
    const json = await run("plan", "export", "portal", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({ title: "Portal" });
  });

  it("says with 0 that a file is up to date, and with 1 how it lags", async () => {
    expect(await check()).toMatchObject({ code: 0, stdout: `${file("READINESS.md")} is up to date.\n` });
    const remote = ["--url", server.url, "--token", token];
    expect(await check(...remote)).toMatchObject({ code: 0, stderr: "" });
    const text = await readFile(file("READINESS.md"), "utf8");
    await writeFile(file("READINESS.md"), text.replace("[x] Rotate", "[ ] Rotate"));
    const lags = await check(...remote);
    expect([lags.code, lags.stdout.split("\n")]).toEqual([
      1,
      [
        `${file("READINESS.md")} lags behind the project portal.`,
        "- - [ ] Rotate the keys <!-- key: rotate-the-keys -->",
        "+ - [x] Rotate the keys <!-- key: rotate-the-keys -->",
        "",
      ],
    ]);
    expect(JSON.parse((await check("--json")).stdout)).toMatchObject({
      upToDate: false,
      added: [expect.any(String)],
    });
  });

  it("ends with 2 when it cannot tell", async () => {
    const missing = await run("plan", "export", "portal", "--check", file("nothing.md"));
    expect([missing.code, missing.stdout]).toEqual([2, ""]);
    expect((await run("plan", "export", "nothing", "--check", file("READINESS.md"))).code).toBe(2);
    expect((await check("--url", "http://127.0.0.1:1", "--token", token)).code).toBe(2);
    expect((await check("--format", "pdf")).code).toBe(2);
    expect((await run("plan", "export", "--check", file("READINESS.md"))).code).toBe(2);
    expect((await run("plan", "export", "portal", "--output", join(folder, "no", "x"))).code).toBe(1);
  });
});

describe("plan diff", () => {
  const diff = (...more: string[]) => run("plan", "diff", "portal", ...more);

  it("says what a newer file would change, here and on a server", async () => {
    expect(await diff(file("plan.md"))).toMatchObject({ code: 0, stderr: "" });
    const newer = PLAN.replace("- [ ] Close the ports", "- [x] Close the ports\n- [ ] Call the customers");
    await writeFile(file("newer.md"), newer);
    const lines = [
      '~ item "Close the ports" in Phase 1: Alpha / Checklist: state "OPEN" -> "DONE"',
      '+ item "Call the customers" in Phase 1: Alpha / Checklist',
    ];
    const here = await diff(file("newer.md"));
    expect([here.code, here.stdout.trim().split("\n")]).toEqual([1, lines]);
    const there = await diff(file("newer.md"), "--url", server.url, "--token", token, "--json");
    expect([there.code, JSON.parse(there.stdout).changes.length]).toEqual([1, 2]);
  });

  it("ends with 2 when it cannot tell", async () => {
    expect((await diff(file("nothing.md"))).code).toBe(2);
    expect((await run("plan", "diff", "nothing", file("plan.md"))).code).toBe(2);
    expect((await run("plan", "diff", "portal")).code).toBe(2);
  });
});
