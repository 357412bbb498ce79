import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/days";
import { makeGateScene } from "@/prisma/factories/gate";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openProject } from "./access";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { editPhase } from "./phases";
import { addSecret, editSecret, listSecrets, recordRotation } from "./secrets";
import { moveThing, setThingArchived } from "./things";

useTestDatabase();

const TODAY = dayOf(new Date());
const daysAgo = (days: number) => addDays(TODAY, -days);

async function scene() {
  const stage = await makeStage(
    plan([planPhase("Alpha")], {
      secrets: [{ name: "Mail key", variable: "MAIL_KEY", owner: "Ops", rotationDays: 90, storage: "Vault" }],
    }),
  );
  const lead = await stage.open(stage.people.lead, "plan:edit");
  const member = await stage.open(stage.people.member, "item:work");
  const list = () => listSecrets(member, new Date());
  const id = (await list())[0]?.id ?? "";
  return { stage, lead, member, list, id };
}

describe("the inventory", () => {
  it("is imported, added to, edited, moved, archived and restored, each once", async () => {
    const { stage, lead, list, id } = await scene();
    expect(await list()).toMatchObject([
      {
        name: "Mail key",
        variable: "MAIL_KEY",
        owner: "Ops",
        rotation: { state: "NEVER", dueOn: null },
        version: 1,
      },
    ]);
    const added = await addSecret(lead, {
      name: "Session key",
      rotationDays: 30,
      lastRotatedOn: daysAgo(31),
    });
    expect((await list())[1]).toMatchObject({
      lastRotatedBy: "Lea",
      rotation: { state: "OVERDUE", dueOn: daysAgo(1) },
    });
    await moveThing(lead, "secret", { id: added.id, beforeId: id, version: 1 });
    const edit = { id, version: 1, owner: "Mara", storage: "The other vault", rotationDays: 60 };
    expect(await editSecret(lead, edit)).toEqual({ id, version: 2 });
    expect(await editSecret(lead, edit)).toEqual({ id, version: 2 });
    expect(JSON.stringify(await stage.lastData())).not.toMatch(/Mara|other vault/);
    await setThingArchived(lead, "secret", added.id, true);
    await setThingArchived(lead, "secret", added.id, true);
    expect((await list()).map(({ name }) => name)).toEqual(["Mail key"]);
    await setThingArchived(lead, "secret", added.id, false);
    expect((await list()).map(({ name }) => name)).toEqual(["Session key", "Mail key"]);
    const events = ["secret.added", "secret.moved", "secret.edited", "secret.archived", "secret.restored"];
    expect(await stage.events()).toEqual(events);
  });

  it("is told of a rotation by a member, once for each day, and never of one to come", async () => {
    const { stage, member, list, id } = await scene();
    expect(await recordRotation(member, { id, rotatedOn: TODAY })).toEqual({ id, version: 2 });
    expect(await recordRotation(member, { id, rotatedOn: TODAY })).toEqual({ id, version: 2 });
    expect(await list()).toMatchObject([
      { lastRotatedOn: TODAY, lastRotatedBy: "Ben", rotation: { state: "IN_TIME" } },
    ]);
    expect(await codeOf(recordRotation(member, { id, rotatedOn: addDays(TODAY, 2) }))).toBe("INVALID");
    await recordRotation(member, { id, rotatedOn: daysAgo(3) });
    expect(await stage.lastData()).toEqual({ rotatedOn: daysAgo(3), before: TODAY });
    expect(await stage.events()).toEqual(["secret.rotated", "secret.rotated"]);
  });

  it("guards versions and roles, and is not reached from elsewhere", async () => {
    const { stage, lead, member, id } = await scene();
    const other = await scene();
    const twice = await codesOf(
      editSecret(lead, { id, version: 1, name: "One" }),
      editSecret(lead, { id, version: 1, name: "Two" }),
    );
    expect(twice).toEqual(["CONFLICT", "accepted"]);
    for (const secretId of [other.id, NOBODY, "none"]) {
      expect(await codeOf(editSecret(lead, { id: secretId, version: 1, name: "x" }))).toBe("NOT_FOUND");
      expect(await codeOf(recordRotation(member, { id: secretId, rotatedOn: TODAY }))).toBe("NOT_FOUND");
      expect(await codeOf(setThingArchived(lead, "secret", secretId, true))).toBe("NOT_FOUND");
    }
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
  });
});

describe("a gate that asks for rotation", () => {
  it("is held up by an overdue secret until its rotation is recorded", async () => {
    const { stage, lead, member, id } = await scene();
    const blockers = async () =>
      (
        await getPhasePage(await stage.open(stage.people.lead, "plan:edit"), "alpha", new Date())
      ).phase.gate.blockers
        .filter(({ type }) => type === "SECRET_OVERDUE")
        .map(({ text, href }) => [text, href]);
    await recordRotation(member, { id, rotatedOn: daysAgo(91) });
    expect(await blockers()).toEqual([]);
    const phaseId = await stage.phase("Alpha");
    await editPhase(lead, { phaseId, version: 1, overdueSecretsBlock: true });
    expect(await blockers()).toEqual([
      [
        `The secret "Mail key" was due for rotation on ${daysAgo(1)}.`,
        `/projects/${stage.slug}/secrets#secret-${id}`,
      ],
    ]);
    await recordRotation(member, { id, rotatedOn: TODAY });
    expect(await blockers()).toEqual([]);
    await setThingArchived(lead, "secret", id, true);
    expect(await blockers()).toEqual([]);
  });

  it("keeps in its decision what it was judged by", async () => {
    const gate = await makeGateScene();
    const { projectId, ana, mara } = gate;
    const edit = await openProject(ana, { projectId }, "plan:edit");
    await addSecret(edit, { name: "Mail key", rotationDays: 30, lastRotatedOn: daysAgo(40) });
    const alpha = await db().phase.findFirstOrThrow({ where: { projectId, key: "alpha" } });
    await editPhase(edit, { phaseId: alpha.id, version: alpha.version, overdueSecretsBlock: true });
    await gate.decide(mara, { outcome: "HOLD", reason: "The mail key is overdue." });
    const { snapshot } = await db().decision.findFirstOrThrow({ where: { projectId } });
    expect(snapshot).toMatchObject({
      policy: { overdueSecretsBlock: true },
      secrets: [{ name: "Mail key", rotationDays: 30, lastRotatedOn: daysAgo(40) }],
      blockers: expect.arrayContaining([expect.objectContaining({ type: "SECRET_OVERDUE" })]),
    });
  });
});
