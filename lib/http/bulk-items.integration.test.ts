import { beforeAll, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeStage, NOBODY, type Stage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

let stage: Stage;
let itemIds: string[];
let tokens: Record<"lead" | "member" | "outsider", string>;

beforeAll(async () => {
  stage = await makeStage();
  itemIds = [await stage.item("Rotate the keys"), await stage.item("Write the runbook")];
  const { lead, member, outsider } = stage.people;
  tokens = {
    lead: await makeToken(lead),
    member: await makeToken(member),
    outsider: await makeToken(outsider),
  };
});

async function bulk(body: object, token = tokens.lead) {
  const response = await callApi(token, "POST", `/projects/${stage.slug}/items/bulk`, { body });
  return { status: response.status, body: await response.json() };
}

it("changes many items, once", async () => {
  const wish = { itemIds: [...itemIds, ...itemIds], level: "COULD" };
  const { status, body } = await bulk(wish);
  expect([status, body.changed.length, body.unchanged]).toEqual([200, 2, 0]);
  expect(await bulk(wish)).toEqual({ status: 200, body: { changed: [], unchanged: 2 } });
});

it("refuses who may not, and what is not right, and changes nothing", async () => {
  const wish = { itemIds, level: "MUST" };
  expect(await bulk(wish, tokens.member)).toMatchObject({ status: 403 });
  expect(await bulk(wish, tokens.outsider)).toMatchObject({ status: 404 });
  const events = await stage.events();
  const wrong: [object, string][] = [
    [{ itemIds: [], level: "MUST" }, "itemIds: Name at least one item."],
    [{ itemIds: Array(501).fill(NOBODY), level: "MUST" }, "itemIds: At most 500 items at once."],
    [{ itemIds: "all", level: "MUST" }, "itemIds: A list of items."],
    [{ itemIds: ["all"], level: "MUST" }, "itemIds.0: An id, as this product gave it."],
    [{ itemIds }, "What to change, or `archived` alone: one of the two, and not both."],
    [{ itemIds, archived: true, level: "MUST" }, "What to change, or `archived` alone"],
    [{ itemIds, level: "HIGH" }, "level: One of MUST, SHOULD, COULD."],
    [{ itemIds, dueOn: "2026-02-30" }, "dueOn: A day, like 2026-12-31."],
    [{ itemIds, assigneeIds: [], addAssigneeIds: [] }, "addAssigneeIds: Exactly these people, or"],
    [{ itemIds, assigneeIds: Array(21).fill(NOBODY) }, "assigneeIds: At most 20 people."],
    [{ itemIds, title: "The same for all" }, "title"],
  ];
  for (const [body, sentence] of wrong) {
    const answer = await bulk(body);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toContain(sentence);
  }
  expect(await bulk({ ...wish, itemIds: [...itemIds, NOBODY] })).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining(`1 of 3 items were not found in this project: ${NOBODY}`) },
  });
  expect(await stage.events()).toEqual(events);
});
