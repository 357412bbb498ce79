import { beforeEach, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { codeOf, makeStage, NOBODY, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { addSavedView, listSavedViews, removeSavedView, renameSavedView } from "./saved-views";

useTestDatabase();

let stage: Stage;
beforeEach(async () => {
  stage = await makeStage();
});

const as = (who: keyof Stage["people"]) => stage.open(stage.people[who], "project:read");
const names = async (who: keyof Stage["people"]) =>
  (await listSavedViews(await as(who), new Date())).map(({ name }) => name);
const add = async (who: keyof Stage["people"], name: string, query = "state=open") =>
  addSavedView(await as(who), { name, query });

it("keeps views for one person, who alone sees, renames and deletes them", async () => {
  const view = await add("viewer", "Open");
  await add("viewer", "Late", "due=overdue");
  expect(await names("viewer")).toEqual(["Open", "Late"]);
  expect(await names("admin")).toEqual([]);
  for (const who of ["admin", "lead"] as const) {
    expect(await codeOf(renameSavedView(await as(who), view.id, "Mine"))).toBe("NOT_FOUND");
    expect(await codeOf(removeSavedView(await as(who), view.id))).toBe("NOT_FOUND");
  }
  await renameSavedView(await as("viewer"), view.id, "To do");
  expect(await names("viewer")).toEqual(["To do", "Late"]);
  await removeSavedView(await as("viewer"), view.id);
  expect(await names("viewer")).toEqual(["Late"]);
  expect(await stage.events()).toEqual([
    "saved-view.added",
    "saved-view.added",
    "saved-view.renamed",
    "saved-view.removed",
  ]);
});

it("changes nothing when repeated, and takes no name twice", async () => {
  const view = await add("lead", "Open");
  expect(await add("lead", "Open")).toEqual(view);
  expect(await codeOf(add("lead", "OPEN", "state=done"))).toBe("INVALID");
  expect(await renameSavedView(await as("lead"), view.id, "Open")).toEqual(view);
  await renameSavedView(await as("lead"), view.id, "OPEN");
  await add("lead", "Late", "due=overdue");
  expect(await codeOf(renameSavedView(await as("lead"), view.id, "late"))).toBe("INVALID");
  // Somebody else may use the same name, and two at once make one.
  const two = await Promise.all([add("admin", "Open"), add("admin", "Open")]);
  expect(two[0]).toEqual(two[1]);
  expect(await stage.events()).toHaveLength(4);
});

it("keeps twenty at most, and finds no others", async () => {
  for (let index = 0; index < 20; index += 1) await add("member", `View ${index}`);
  expect(await codeOf(add("member", "One more"))).toBe("RULE");
  await add("lead", "100%");
  await add("lead", "100_");
  for (const id of [NOBODY, "none"])
    expect(await codeOf(removeSavedView(await as("member"), id))).toBe("NOT_FOUND");
});

it("is there by REST, and refuses what is no filter", async () => {
  const { member, admin, outsider } = stage.people;
  const [token, other, stranger] = await Promise.all([
    makeToken(member),
    makeToken(admin),
    makeToken(outsider),
  ]);
  const call = async (method: string, path = "", body?: object, by = token) => {
    const response = await callApi(by, method, `/projects/${stage.slug}/views${path}`, {
      body: body ?? null,
    });
    return { status: response.status, body: response.status === 204 ? null : await response.json() };
  };
  const added = await call("POST", "", { name: " Musts ", query: "level=MUST&tab=criteria&x=1" });
  expect(added).toMatchObject({ status: 201, body: { name: "Musts", query: "level=must" } });
  const view = `/${added.body.id}`;
  expect((await call("GET")).body).toEqual({ data: [added.body], nextCursor: null });
  for (const wrong of [
    {},
    { name: "x", query: "" },
    { name: "x", query: "state=maybe" },
    { name: " ", query: "q=a" },
  ])
    expect((await call("POST", "", wrong)).status).toBe(400);
  expect((await call("POST", "", { name: "x".repeat(61), query: "q=a" })).status).toBe(400);
  expect(await call("PATCH", view, { name: "Must" })).toMatchObject({ status: 200, body: { name: "Must" } });
  expect((await call("GET", "", undefined, stranger)).status).toBe(404);
  expect((await call("POST", "", { name: "x", query: "q=a" }, stranger)).status).toBe(404);
  expect((await call("DELETE", view, undefined, other)).status).toBe(404);
});
