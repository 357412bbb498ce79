import { describe, expect, it } from "vitest";
import { refusal } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeWorkedPlan, WORKED_PLAN } from "@/prisma/factories/worked-plan";
import { openProject } from "./access";
import { editItem } from "./item-plan-edits";
import {
  answerMergeDraft,
  discardMergeDraft,
  getMergeReview,
  mergeDraft,
  saveMergeDraft,
} from "./merge-drafts";

useTestDatabase();

const NEWER = WORKED_PLAN.replace("1.1 Rotate the keys", "1.1 Rotate every key");
const now = () => new Date();

describe("a newer file that waits to be merged", () => {
  it("is kept with its answers, for the person who brought it, until it is merged", async () => {
    const { access, item, stage, made } = await makeWorkedPlan();
    await editItem(access, {
      itemId: await item("Rotate the keys"),
      version: 1,
      title: "Rotate the API keys",
    });
    await saveMergeDraft(access, { text: NEWER, name: "READINESS.md" }, now());
    const review = await getMergeReview(access, now());
    expect(review).toMatchObject({
      name: "READINESS.md",
      answers: {},
      preview: { conflicts: [{ id: "item:1.1:title" }] },
    });
    const preview = review?.preview?.preview ?? "";
    expect(await refusal(mergeDraft(access, { preview }))).toMatchObject({ code: "CONFLICT" });
    await answerMergeDraft(access, { answers: { other: "project" } });
    await answerMergeDraft(access, { answers: { "item:1.1:title": "file" } });
    expect((await getMergeReview(access, now()))?.answers).toEqual({
      other: "project",
      "item:1.1:title": "file",
    });
    const other = await openProject(stage.people.manager, made, "plan:edit");
    expect(await getMergeReview(other, now())).toBeNull();
    expect(await mergeDraft(access, { preview })).toMatchObject({ counts: { edited: 1 } });
    expect(await getMergeReview(access, now())).toBeNull();
    expect(await refusal(mergeDraft(access, { preview }))).toMatchObject({ code: "CONFLICT" });
    expect(await item("Rotate every key")).toBeTruthy();
  });

  it("is refused when it is no newer version, makes way for another, and can be thrown away", async () => {
    const { access } = await makeWorkedPlan();
    const foreign = "# Other\n## Phase 1: Go\n- [ ] Something else altogether\n";
    expect(await refusal(saveMergeDraft(access, { text: foreign, name: null }, now()))).toMatchObject({
      code: "INVALID",
    });
    expect(await refusal(saveMergeDraft(access, { text: " ", name: null }, now()))).toMatchObject({
      code: "INVALID",
    });
    expect(await getMergeReview(access, now())).toBeNull();
    await saveMergeDraft(access, { file: Buffer.from(NEWER).toString("base64"), name: "a.md" }, now());
    await answerMergeDraft(access, { answers: { x: "file" } });
    await saveMergeDraft(access, { text: NEWER, name: null }, now());
    expect(await getMergeReview(access, now())).toMatchObject({ name: "Pasted text", answers: {} });
    await discardMergeDraft(access);
    await discardMergeDraft(access);
    expect(await getMergeReview(access, now())).toBeNull();
  });
});
