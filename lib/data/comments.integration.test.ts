import { describe, expect, it } from "vitest";
import { codeOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addComment, COMMENTS_PAGE, listComments, removeComment } from "./comments";

useTestDatabase();

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.member, "item:work");
  const itemId = await stage.item("Rotate the keys");
  const list = (before: string | null = null) => listComments(access, { itemId, criterionId: null }, before);
  return { stage, access, itemId, list };
}

describe("comments", () => {
  it("stand oldest first, and their text stays out of the audit", async () => {
    const { stage, access, itemId, list } = await scene();
    await addComment(access, { itemId, body: "First" });
    const lead = await stage.open(stage.people.lead, "item:work");
    await addComment(lead, { itemId, body: "Second" });
    expect((await list()).comments).toMatchObject([
      { body: "First", by: "Ben", mine: true },
      { body: "Second", by: "Lea", mine: false },
    ]);
    expect(await stage.lastData()).toEqual({ itemId, phaseId: await stage.phase("Alpha") });
    const criterionId = await stage.criterion("95% of tests pass");
    await addComment(access, { criterionId, body: "On the criterion" });
    expect(await stage.events()).toEqual(["comment.added", "comment.added", "comment.added"]);
  });

  it("are taken back by their writer or an admin, once", async () => {
    const { stage, access, itemId, list } = await scene();
    const { id } = await addComment(access, { itemId, body: "Oops" });
    const manager = await stage.open(stage.people.manager, "item:work");
    expect(await codeOf(removeComment(manager, id))).toBe("FORBIDDEN");
    await removeComment(access, id);
    await removeComment(access, id);
    const second = await addComment(access, { itemId, body: "Again" });
    await removeComment(await stage.open(stage.people.admin, "item:work"), second.id);
    expect((await list()).comments).toEqual([]);
    expect(await stage.events()).toEqual([
      "comment.added",
      "comment.removed",
      "comment.added",
      "comment.removed",
    ]);
  });

  it("come in pages, the newest first, without a gap", async () => {
    const { stage, itemId, list } = await scene();
    const at = new Date("2026-11-01T00:00:00Z");
    await db().comment.createMany({
      data: Array.from({ length: COMMENTS_PAGE + 5 }, (_, index) => ({
        projectId: stage.projectId,
        itemId,
        body: `${index}`,
        byId: NOBODY,
        createdAt: new Date(at.getTime() + Math.floor(index / 4) * 1000),
      })),
    });
    const newest = await list();
    expect(newest.comments).toHaveLength(COMMENTS_PAGE);
    expect(newest.comments[0]?.by).toBe("A former member");
    const oldest = await list(newest.earlier);
    expect(oldest).toMatchObject({ earlier: null });
    const bodies = [...oldest.comments, ...newest.comments].map(({ body }) => body);
    expect(new Set(bodies).size).toBe(COMMENTS_PAGE + 5);
    expect((await list("nonsense")).comments).toHaveLength(COMMENTS_PAGE);
  });

  it("are not reached by lesser roles, strangers or from other projects", async () => {
    const { stage, access } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
    expect(await codeOf(addComment(access, { itemId: other.itemId, body: "x" }))).toBe("NOT_FOUND");
    const { id } = await addComment(other.access, { itemId: other.itemId, body: "x" });
    expect(await codeOf(removeComment(access, id))).toBe("NOT_FOUND");
    expect(await codeOf(removeComment(access, "nonsense"))).toBe("NOT_FOUND");
  });
});
