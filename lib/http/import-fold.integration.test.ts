import { beforeAll, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

const PLAN = "# Portal\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n\n## Phase 3\n\n- [ ] c\n";

let manager: string;

beforeAll(async () => {
  manager = await makeToken((await makeStage()).people.manager);
});

const post = (query: string) =>
  callApi(manager, "POST", `/projects/import?${query}`, {
    body: PLAN,
    headers: { "content-type": "text/markdown" },
  });

it("folds the phases of a plan while it is imported, and says so", async () => {
  const made = await (await post("name=Folded&fold=Build,%20Launch")).json();
  expect(made.notes.map(({ text }: { text: string }) => text)).toEqual([
    "You said that “Phase 1”, “Phase 2” become “Build”.",
    "You said that “Phase 3” becomes “Launch”.",
  ]);
  const project = await (await callApi(manager, "GET", `/projects/${made.slug}`)).json();
  expect(project.phases.map(({ name }: { name: string }) => name)).toEqual(["Build", "Launch"]);
  const refused = await post("name=Folded&fold=,");
  expect([refused.status, (await refused.json()).detail]).toEqual([
    400,
    expect.stringContaining("Names of phases, separated by commas."),
  ]);
});
