import { describe, expect, it } from "vitest";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addLinkEvidence, addNoteEvidence, listEvidence, removeEvidence, restoreEvidence } from "./evidence";

useTestDatabase();

const URL = "https://ci.example.org/run/12";

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.member, "item:work");
  const itemId = await stage.item("Rotate the keys");
  const list = (now = new Date()) => listEvidence(access, { itemId, criterionId: null }, now);
  return { stage, access, itemId, list };
}

describe("evidence", () => {
  it("is a link or a note on an item or a criterion", async () => {
    const { stage, access, itemId, list } = await scene();
    await addLinkEvidence(access, { itemId, url: URL });
    await addNoteEvidence(access, { itemId, title: "Seen", note: "It **works**." });
    const criterionId = await stage.criterion("95% of tests pass");
    await addLinkEvidence(access, { criterionId, url: URL, title: "The run" });
    expect(await list()).toMatchObject([
      { kind: "NOTE", title: "Seen", by: "Ben", freshness: "FRESH", expiresOn: null },
      { kind: "LINK", title: "ci.example.org/run/12", url: URL },
    ]);
    expect(await listEvidence(access, { itemId: null, criterionId }, new Date())).toMatchObject([
      { title: "The run" },
    ]);
    expect(await stage.lastData()).toEqual({
      criterionId,
      phaseId: await stage.phase("Alpha"),
      kind: "LINK",
    });
  });

  it("ages", async () => {
    const { access, itemId, list } = await scene();
    await addLinkEvidence(access, { itemId, url: URL, effectiveOn: "2026-01-01", expiresOn: "2026-01-10" });
    const freshness = async (day: string) => (await list(new Date(`${day}T12:00:00Z`)))[0]?.freshness;
    expect(await freshness("2026-01-02")).toBe("FRESH");
    expect(await freshness("2026-01-09")).toBe("AGING");
    expect(await freshness("2026-01-11")).toBe("STALE");
  });

  it("tells the same link instead of doubling it, also when two add it at once", async () => {
    const { stage, access, itemId, list } = await scene();
    const [one, two] = await Promise.all([
      addLinkEvidence(access, { itemId, url: URL }),
      addLinkEvidence(access, { itemId, url: URL }),
    ]);
    expect(one.id).toBe(two.id);
    expect([one.already, two.already].sort()).toEqual([false, true]);
    expect(await list()).toHaveLength(1);
    expect(await stage.events()).toEqual(["evidence.added"]);
  });

  it("is removed for the record and restored", async () => {
    const { stage, access, itemId, list } = await scene();
    const { id } = await addLinkEvidence(access, { itemId, url: URL });
    expect(await codesOf(removeEvidence(access, id), removeEvidence(access, id))).toEqual([
      "accepted",
      "accepted",
    ]);
    expect(await list()).toEqual([]);
    expect(await db().evidence.count({ where: { id } })).toBe(1);
    await restoreEvidence(access, id);
    await restoreEvidence(access, id);
    expect(await list()).toHaveLength(1);
    expect(await stage.events()).toEqual(["evidence.added", "evidence.removed", "evidence.restored"]);
  });

  it("is not reached by lesser roles, strangers or from other projects", async () => {
    const { stage, access, itemId } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
    expect(await codeOf(addLinkEvidence(access, { itemId: other.itemId, url: URL }))).toBe("NOT_FOUND");
    expect(await codeOf(addNoteEvidence(access, { itemId: NOBODY, title: "x", note: "y" }))).toBe(
      "NOT_FOUND",
    );
    const { id } = await addLinkEvidence(other.access, { itemId: other.itemId, url: URL });
    expect(await codeOf(removeEvidence(access, id))).toBe("NOT_FOUND");
    expect(await codeOf(restoreEvidence(access, "nonsense"))).toBe("NOT_FOUND");
    await db().checklistItem.update({ where: { id: itemId }, data: { archivedAt: new Date() } });
    expect(await codeOf(addLinkEvidence(access, { itemId, url: URL }))).toBe("NOT_FOUND");
  });
});
